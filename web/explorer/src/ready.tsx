/** The ready queries: read from the page, opened as tabs, and listed by their titles in a panel. */
import { type GraphiQLPlugin, useEditorContext } from '@graphiql/react';

export interface ReadyQuery {
  /** The first line of the leading comment. */
  title: string;
  /** The rest of the leading comment. */
  about: string;
  /** The name of the operation: what its tab is called. */
  name: string;
  query: string;
  /** JSON text, may be empty. */
  variables: string;
}

function read(): ReadyQuery[] {
  const given = JSON.parse(document.getElementById('ready-queries')?.textContent ?? '[]') as {
    query: string;
    variables: string;
  }[];
  return given.map(({ query, variables }) => {
    const comment = /^(?:#[^\n]*\n)*/.exec(query)?.[0] ?? '';
    const [title = '', ...about] = comment.split('\n').map((line) => line.replace(/^#\s*/, ''));
    const name = /^(?:query|mutation|subscription)\s+(\w+)/m.exec(query)?.[1] ?? title;
    return { title: title || name, about: about.join(' ').trim(), name, query, variables };
  });
}

export const READY = read();

function Panel() {
  const { tabs, activeTabIndex, changeTab, addTab, queryEditor, variableEditor } = useEditorContext({ nonNull: true });

  function open({ name, query, variables }: ReadyQuery) {
    const index = tabs.findIndex((tab) => tab.title === name);
    if (index >= 0) {
      changeTab(index);
      return;
    }
    addTab();
    setTimeout(() => {
      queryEditor?.setValue(query);
      variableEditor?.setValue(variables);
    });
  }

  return (
    <section className="ready" aria-labelledby="ready-heading">
      <h2 id="ready-heading">Ready queries</h2>
      <p>
        Choose one, then press <kbd>Ctrl</kbd>+<kbd>Enter</kbd> in the editor. Change anything; nothing is kept when you
        close this browser tab.
      </p>
      <ul>
        {READY.map((ready) => (
          <li key={ready.name}>
            <button
              type="button"
              aria-current={tabs[activeTabIndex]?.title === ready.name || undefined}
              onClick={() => open(ready)}
            >
              <strong>{ready.title}</strong>
              {ready.about && <span>{ready.about}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Icon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
      <path d="M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01" strokeLinecap="round" />
    </svg>
  );
}

export const READY_QUERIES: GraphiQLPlugin = { title: 'Ready queries', icon: Icon, content: Panel };
