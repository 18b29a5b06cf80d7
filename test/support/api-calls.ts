import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Schema = Readonly<Record<string, unknown>>;

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, unknown>>;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** One operation of the API with where it stands. */
export interface Call extends Operation {
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
  /** Path parameters that name a row. */
  readonly ids: readonly string[];
}

const document = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../docs/openapi.json'), 'utf8'),
) as Document;

/** Every operation of docs/openapi.json. */
export const CALLS: readonly Call[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    ...operation,
    path,
    method: method.toUpperCase(),
    ids: [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name = '']) => (isId(operation, name) ? [name] : [])),
  })),
);

/** A number or a slug in a path names no row by its id. */
function isId({ parameters = [] }: Operation, name: string): boolean {
  const schema = parameters.find((parameter) => parameter.in === 'path' && parameter.name === name)?.schema;
  return schema?.type === 'string' && (schema.format === 'uuid' || /id$/i.test(name));
}

/** The path with `ids` in place of its id parameters, in order, and 1 for every other one. */
export function pathOf({ path, ids }: Call, values: readonly string[]): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => values[ids.indexOf(name)] ?? '1');
}

export function takesHeader({ parameters = [] }: Call, name: string): boolean {
  return parameters.some((parameter) => parameter.in === 'header' && parameter.name === name);
}

export function takesQuery({ parameters = [] }: Call, name: string): boolean {
  return parameters.some((parameter) => parameter.in === 'query' && parameter.name === name);
}

/** Whether the address alone does not do, as for a signed link. */
export function needsQuery({ parameters = [] }: Call): boolean {
  return parameters.some((parameter) => parameter.in === 'query' && parameter.required === true);
}

/** The query the operation cannot do without, by the examples of its schema: `?q=text`, or nothing. */
export function neededQuery({ parameters = [] }: Call): string {
  const needed = parameters.filter((parameter) => parameter.in === 'query' && parameter.required === true);
  const pairs = needed.map(({ name, schema = {} }) => [name, String(exampleOf(schema))] as [string, string]);
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}

/** A body the operation accepts by its schema, or undefined when it takes none. */
export function exampleBody({ requestBody }: Call): unknown {
  const schema = requestBody?.content['application/json']?.schema;
  return schema && exampleOf(schema);
}

/** What the schema gives as its example, or what it requires. */
function exampleOf(schema: Schema): unknown {
  if (typeof schema.$ref === 'string') {
    return exampleOf(document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  }
  if ('example' in schema) return schema.example;
  const [choice] = (schema.allOf ?? schema.anyOf ?? schema.oneOf ?? schema.enum ?? []) as unknown[];
  if (choice !== undefined) return typeof choice === 'object' ? exampleOf(choice as Schema) : choice;
  if (schema.properties) {
    const required = new Set((schema.required ?? Object.keys(schema.properties)) as string[]);
    const fields = Object.entries(schema.properties as Record<string, Schema>);
    return Object.fromEntries(
      fields.filter(([name]) => required.has(name)).map(([name, field]) => [name, exampleOf(field)]),
    );
  }
  return { array: [], boolean: true, string: 'text', integer: 1, number: 1 }[String(schema.type)] ?? {};
}
