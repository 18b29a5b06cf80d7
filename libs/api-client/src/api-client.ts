import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { paths } from './schema.js';

export interface ApiClientOptions {
  /** Access token, or where to find the one of now; absent for public routes. */
  readonly token?: string | (() => string | undefined);
  /** The organization to act for; absent where the person belongs to one only. */
  readonly organizationId?: string;
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** Every operation of the API by its path and method, with the types of its answers. */
export type ApiClient = Client<paths>;

/**
 * A client of the API at `baseUrl` (`http://localhost:3000`). Answers are `{ data, error, response }`; a refusal
 * is an `error`, not an exception.
 */
export function createApiClient(baseUrl: string, options: ApiClientOptions = {}): ApiClient {
  const client = createClient<paths>({ baseUrl, fetch: options.fetch });
  client.use(asWhom(options));
  return client;
}

function asWhom({ token, organizationId }: ApiClientOptions): Middleware {
  return {
    onRequest({ request }) {
      const current = typeof token === 'function' ? token() : token;
      if (current && !request.headers.has('authorization')) {
        request.headers.set('authorization', `Bearer ${current}`);
      }
      if (organizationId && !request.headers.has('x-organization-id')) {
        request.headers.set('x-organization-id', organizationId);
      }
      return request;
    },
  };
}
