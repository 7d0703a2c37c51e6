/** Starts the page: the row on top that says who asks, and GraphiQL below it. */
import 'graphiql/style.css';
import './explorer.css';

import { setNonce } from 'get-nonce';
import { GraphiQL } from 'graphiql';
import { parse, print } from 'graphql';
import { useCallback, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';

import { asker, type Refused } from './asker';
import { AskAs } from './ask-as';
import { Keyboard } from './keyboard';
import { memory } from './memory';
import { READY, READY_QUERIES } from './ready';

// The dialogs put a <style> element into the page; the policy lets it pass only with the page's nonce.
setNonce(document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '');

const TABS = READY.map(({ query, variables }) => ({ query, variables }));
const PLUGINS = [READY_QUERIES];

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
        <GraphiQL
          fetcher={fetcher}
          defaultTabs={TABS}
          plugins={PLUGINS}
          visiblePlugin={READY_QUERIES.title}
          storage={memory}
          shouldPersistHeaders={false}
          defaultEditorToolsVisibility="variables"
          onPrettifyQuery={prettify}
          inputValueDeprecation
        >
          <GraphiQL.Logo> </GraphiQL.Logo>
          <GraphiQL.Toolbar>
            {({ prettify, merge, copy }) => (
              <>
                {prettify}
                {merge}
                {copy}
                <Keyboard />
              </>
            )}
          </GraphiQL.Toolbar>
        </GraphiQL>
      </main>
    </>
  );
}

createRoot(document.getElementById('explorer')!).render(<Explorer />);
