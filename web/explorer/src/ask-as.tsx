/** The row on top: does the question come from a visitor, or from someone who holds a token? */
import { type FormEvent, useEffect, useRef, useState } from 'react';

import { memory } from './memory';

const TOKEN = 'communique-explorer:token';
const ASKS = 'communique-explorer:asks-as';

/** `abc` → `Bearer abc`; what already names a scheme (`Bearer abc`, `Basic abc`) is left as it is. */
function header(token: string): string {
  return /\s/.test(token) ? token : `Bearer ${token}`;
}

export function AskAs({ onChange }: { onChange: (authorization: string | null) => void }) {
  const [token, setToken] = useState(() => memory.getItem(TOKEN) ?? '');
  const [used, setUsed] = useState(token);
  const [withToken, setWithToken] = useState(() => memory.getItem(ASKS) === 'token');
  const field = useRef<HTMLInputElement>(null);

  const authorization = withToken && used ? header(used) : null;
  useEffect(() => onChange(authorization), [authorization, onChange]);
  useEffect(() => memory.setItem(ASKS, withToken ? 'token' : 'visitor'), [withToken]);

  function use(event?: FormEvent) {
    event?.preventDefault();
    const clean = token.trim().replace(/^authorization:\s*/i, '');
    setToken(clean);
    setUsed(clean);
    if (clean) memory.setItem(TOKEN, clean);
    else memory.removeItem(TOKEN);
  }

  return (
    <header className="ask-as">
      <h1>
        Communiqué <span>GraphQL explorer</span>
      </h1>
      <form onSubmit={use} autoComplete="off">
        <fieldset>
          <legend>Ask</legend>
          <label>
            <input type="radio" name="as" checked={!withToken} onChange={() => setWithToken(false)} /> as a visitor
          </label>
          <label>
            <input
              type="radio"
              name="as"
              checked={withToken}
              onChange={() => setWithToken(true)}
              onClick={(event) => event.detail > 0 && field.current?.focus()} // by mouse; arrow keys stay here
            />{' '}
            with a token
          </label>
        </fieldset>
        <label className="token">
          <span>Authorization</span>
          <input
            ref={field}
            type="password"
            name="token"
            placeholder="paste your token"
            autoComplete="off"
            spellCheck={false}
            aria-describedby="who-asks"
            value={token}
            onChange={(event) => {
              setToken(event.target.value);
              setWithToken(true);
            }}
            onBlur={() => use()}
          />
        </label>
        <button type="submit">Use token</button>
      </form>
      <p id="who-asks" role="status">
        {authorization
          ? 'You see what the owner of this token may see. It is forgotten when this tab closes.'
          : withToken
            ? 'Paste a token to see more than the public; until then you ask as a visitor.'
            : 'You see what the public sees.'}
      </p>
    </header>
  );
}
