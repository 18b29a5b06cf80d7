export { type ApiClient, type ApiClientOptions, createApiClient } from './api-client.js';
export type { components, operations, paths } from './schema.js';
