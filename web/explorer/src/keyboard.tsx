/** Gives the editors names for screen readers, and gives the Tab key back to the browser.
 *
 * Source: WCAG 2.2, 2.1.2 "No keyboard trap": in CodeMirror the Tab key indents and so never leaves the editor.
 */
import { useEditorContext } from '@graphiql/react';
import { useEffect } from 'react';

const LEAVE = { Tab: false, 'Shift-Tab': false } as const;

export function Keyboard() {
  const { queryEditor, variableEditor, headerEditor, responseEditor } = useEditorContext({ nonNull: true });
  useEffect(() => {
    const named = [
      [queryEditor, 'Query'],
      [variableEditor, 'Variables, as JSON'],
      [headerEditor, 'Further headers, as JSON'],
      [responseEditor, 'Answer'],
    ] as const;
    for (const [editor, name] of named) {
      editor?.addKeyMap(LEAVE);
      editor?.getInputField().setAttribute('aria-label', name);
    }
    return () => named.forEach(([editor]) => editor?.removeKeyMap(LEAVE));
  }, [queryEditor, variableEditor, headerEditor, responseEditor]);
  return null;
}
