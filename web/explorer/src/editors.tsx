/** What we change in GraphiQL's editors: long lines wrap, each has a name for screen readers, Tab leaves it, its tab is in sight.
 *
 * Source: WCAG 2.2, 2.1.2 "No keyboard trap": in CodeMirror the Tab key indents and so never leaves the editor.
 */
import { useEditorContext } from '@graphiql/react';
import { useEffect } from 'react';

const LEAVE = { Tab: false, 'Shift-Tab': false } as const;

export function Editors() {
  const { activeTabIndex, queryEditor, variableEditor, headerEditor, responseEditor } = useEditorContext({ nonNull: true });
  useEffect(() => {
    const named = [
      [queryEditor, 'Query'],
      [variableEditor, 'Variables, as JSON'],
      [headerEditor, 'Further headers, as JSON'],
      [responseEditor, 'Answer'],
    ] as const;
    for (const [editor, name] of named) {
      editor?.setOption('lineWrapping', true);
      editor?.addKeyMap(LEAVE);
      editor?.getInputField().setAttribute('aria-label', name);
    }
    return () => named.forEach(([editor]) => editor?.removeKeyMap(LEAVE));
  }, [queryEditor, variableEditor, headerEditor, responseEditor]);
  useEffect(() => {
    document.querySelector('.graphiql-tab-active')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [activeTabIndex]);
  return null;
}
