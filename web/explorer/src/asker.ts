/** How a query reaches the gateway, and how each way of failing is put into a sentence. */
import type { Fetcher, FetcherParams, FetcherOpts } from '@graphiql/toolkit';
import { Kind, parse, type OperationDefinitionNode } from 'graphql';

/** The sentence shown above the editors; it belongs to the one who asked, so a later token makes it void. */
export interface Refused {
  authorization: string | null;
  sentence: string | null;
}

const PATIENCE_SECONDS = 60;

const failure = (message: string) => ({ data: null, errors: [{ message }] });

/**
 * Makes the function by which GraphiQL asks, as a visitor (null) or with an `Authorization` header.
 *
 * No cookie travels: "a visitor" means one even while the Desk is signed in beside this page.
 *
 * `tell` gets a sentence when the schema could not be read, or null when it could.
 */
export function asker(authorization: string | null, tell: (sentence: string | null) => void): Fetcher {
  return async (params: FetcherParams, options?: FetcherOpts) => {
    const isIntrospection = params.operationName === 'IntrospectionQuery';
    const { operationName, kind } = chosen(params);
    if (kind === 'subscription') {
      return failure('A subscription needs a connection that stays open; this page only asks and is answered once.');
    }
    const answer = await ask({ ...params, operationName }, authorization, options?.headers ?? {});
    if (!isIntrospection) return answer;
    if (answer.data?.__schema) {
      tell(null);
      return answer;
    }
    // A server may complain about every field of the long introspection query; the first complaint says it.
    const first = answer.errors?.[0]?.message ?? 'no reason was given';
    tell(refusal(first));
    return failure(first);
  };
}

/** GraphiQL learns the name of an operation a moment after the text changed; an operation that stands alone needs none. */
function chosen({ query, operationName }: FetcherParams): { operationName: string | null; kind?: string } {
  try {
    const operations = parse(query).definitions.filter(
      (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
    );
    const operation =
      operations.length === 1 ? operations[0] : operations.find(({ name }) => name?.value === operationName);
    return { operationName: operation?.name?.value ?? null, ...(operation && { kind: operation.operation }) };
  } catch {
    return { operationName: operationName ?? null }; // A mistake in the text: the server says where.
  }
}

function refusal(reason: string): string {
  return (
    `The server did not describe its schema (${reason.replace(/\.$/, '')}). ` +
    'Queries still run, but without completion and documentation; a token may be needed to see more.'
  );
}

interface Answer {
  data?: { __schema?: unknown } | null;
  errors?: { message: string }[];
}

async function ask(params: FetcherParams, authorization: string | null, extra: Record<string, string>): Promise<Answer> {
  let response: Response;
  try {
    const headers = new Headers({
      accept: 'application/graphql-response+json, application/json',
      'content-type': 'application/json',
      'graphql-require-preflight': '1',
    });
    if (authorization) headers.set('authorization', authorization);
    for (const [name, value] of Object.entries(extra)) headers.set(name, String(value));
    response = await fetch(location.pathname, {
      method: 'POST',
      headers,
      body: JSON.stringify(params),
      credentials: 'omit',
      signal: AbortSignal.timeout(PATIENCE_SECONDS * 1000),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') {
      return failure(`The server did not answer within ${PATIENCE_SECONDS} seconds.`);
    }
    return failure(`The question could not be sent: ${error instanceof Error ? error.message : String(error)}.`);
  }
  const text = await response.text();
  try {
    const answer = JSON.parse(text) as Answer | null;
    if (answer?.data !== undefined || answer?.errors !== undefined) {
      // Without a `data` key GraphiQL would take a refused introspection for an unsupported one and ask twice.
      return { data: null, ...answer };
    }
  } catch {
    // Not JSON: a proxy's page, most likely. Told below.
  }
  const what = `${response.status} ${response.statusText}`.trim();
  return failure(`The server answered ${what} without a GraphQL result: ${text.slice(0, 200) || '(nothing)'}`);
}
