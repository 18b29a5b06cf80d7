import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The parts of an OpenAPI 3.1 document that the server reads. */
export interface OpenApiDocument {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, OpenApiOperation | undefined>> | undefined>
  >;
  readonly components?: { readonly schemas?: Readonly<Record<string, JsonSchema>> };
}

export interface OpenApiOperation {
  readonly operationId?: string;
  readonly responses?: Readonly<
    Record<
      string,
      { readonly content?: Readonly<Record<string, { readonly schema?: JsonSchema }>> } | undefined
    >
  >;
}

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Where the committed document stands: `docs/openapi.json` beside the root package.json. */
export function openApiFile(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The project folder was not found above this file.');
    folder = parent;
  }
  return join(folder, 'docs', 'openapi.json');
}

/** The committed document; undefined before the first one was made. */
export function readOpenApiDocument(): OpenApiDocument | undefined {
  const file = openApiFile();
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as OpenApiDocument) : undefined;
}
