/** Starts the page: the row on top that says who asks, and GraphiQL below it. */
import 'graphiql/style.css';
import './explorer.css';

import { DOC_EXPLORER_PLUGIN, DocExplorerContextProvider } from '@graphiql/plugin-doc-explorer';
import { HISTORY_PLUGIN, HistoryContextProvider } from '@graphiql/plugin-history';
import { GraphiQLProvider, usePluginStore } from '@graphiql/react';
import { setNonce } from 'get-nonce';
import { GraphiQL, GraphiQLInterface } from 'graphiql';
import { parse, print } from 'graphql';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

import { asker, type Refused } from './asker';
import { AskAs } from './ask-as';
import { Editors } from './editors';
import { memory } from './memory';
import { READY, READY_QUERIES } from './ready';

// The dialogs put a <style> element into the page; the policy lets it pass only with the page's nonce.
setNonce(document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '');

const TABS = READY.map(({ query, variables }) => ({ query, variables }));
// On a small screen the panel waits behind its button.
const HAS_ROOM = matchMedia('(min-width: 60rem)').matches;
const PLUGINS = [READY_QUERIES, DOC_EXPLORER_PLUGIN, HISTORY_PLUGIN];

// GraphiQL shows the variables of a preloaded first tab only if they are in its storage as well.
if (memory.getItem('graphiql:tabState') === null && TABS[0]) {
  memory.setItem('graphiql:query', TABS[0].query);
  memory.setItem('graphiql:variables', TABS[0].variables);
}

/** `print` forgets comments, so those that stand before the operation are put back. */
function prettify(query: string): string {
  const heading = /^(?:[^\S\n]*#[^\n]*\n)*/.exec(query)?.[0] ?? '';
  return heading + print(parse(query));
}

/** Waits until GraphiQL knows that the ready queries are to be shown: it lays out its panels once, at the first drawing. */
function OncePanelIsKnown({ children }: { children: ReactNode }) {
  const { visiblePlugin } = usePluginStore();
  const known = useRef(false);
  known.current ||= visiblePlugin !== null || !HAS_ROOM;
  return known.current ? children : null;
}

function Explorer() {
  const [authorization, setAuthorization] = useState<string | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const tell = useCallback((sentence: string | null) => setRefused({ authorization, sentence }), [authorization]);
  // A new fetcher makes GraphiQL read the schema again, as the one who asks now may see it.
  const fetcher = useMemo(() => asker(authorization, tell), [authorization, tell]);
  return (
    <>
      <AskAs onChange={setAuthorization} />
      <div role="alert" className="refused">
        {refused?.authorization === authorization && refused.sentence && <p>{refused.sentence}</p>}
      </div>
      <main>
        <GraphiQLProvider
          fetcher={fetcher}
          defaultTabs={TABS}
          plugins={PLUGINS}
          referencePlugin={DOC_EXPLORER_PLUGIN}
          {...(HAS_ROOM && { visiblePlugin: READY_QUERIES })}
          storage={memory}
          shouldPersistHeaders={false}
          inputValueDeprecation
        >
          <HistoryContextProvider>
            <DocExplorerContextProvider>
              <OncePanelIsKnown>
                <GraphiQLInterface
                  defaultEditorToolsVisibility="variables"
                  showPersistHeadersSettings={false}
                  onPrettifyQuery={prettify}
                >
                  <GraphiQL.Toolbar>
                    {({ prettify, merge, copy }) => (
                      <>
                        {prettify}
                        {merge}
                        {copy}
                        <Editors />
                      </>
                    )}
                  </GraphiQL.Toolbar>
                </GraphiQLInterface>
              </OncePanelIsKnown>
            </DocExplorerContextProvider>
          </HistoryContextProvider>
        </GraphiQLProvider>
      </main>
    </>
  );
}

createRoot(document.getElementById('explorer')!).render(<Explorer />);
