/** What the page remembers, the token included: in this browser tab only, gone when it closes.
 *
 * An embassy's computer is often shared; drafts and tokens must not stay on it. Where the browser forbids storage
 * altogether, the page still works and forgets on reload.
 */
function open(): Storage {
  try {
    sessionStorage.getItem('');
    return sessionStorage;
  } catch {
    const kept = new Map<string, string>();
    return {
      get length() {
        return kept.size;
      },
      key: (index) => [...kept.keys()][index] ?? null,
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
      clear: () => kept.clear(),
    };
  }
}

export const memory = open();
