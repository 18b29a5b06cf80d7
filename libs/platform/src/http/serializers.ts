import fastJsonStringify, { type Schema } from 'fast-json-stringify';
import type { FastifyInstance, RouteOptions } from 'fastify';
import type { JsonSchema, OpenApiDocument, OpenApiOperation } from './open-api-document.js';

const REFERENCE = '#/components/schemas/';
/** Routes that must be documented; health, documents and the web client are none of the API. */
const API = '/api/v1/';

/**
 * Makes every answer of the API leave through a serializer compiled from the OpenAPI document: fast, and a
 * whitelist, since a field that the document does not name is not sent. Call before routes are added.
 *
 * @param report told, once the server is ready, which routes have no answer in the document
 */
export function serializeByDocument(
  server: FastifyInstance,
  document: OpenApiDocument,
  report: (undocumented: readonly string[]) => void,
): void {
  const undocumented = new Set<string>();
  const compiled = new Map<JsonSchema, (value: unknown) => string>();
  server.setSerializerCompiler<JsonSchema>(({ schema }) => {
    const serializer = compiled.get(schema) ?? compile(schema, document);
    compiled.set(schema, serializer);
    return serializer;
  });
  server.addHook('onRoute', (route) => {
    if (!route.url.startsWith(API) || route.method === 'HEAD' || route.method === 'OPTIONS') return;
    const operation = operationOf(route, document);
    if (!operation?.operationId) undocumented.add(`${String(route.method)} ${route.url}`);
    else route.schema = { ...route.schema, response: answersOf(operation) };
  });
  server.addHook('onReady', (done) => {
    if (undocumented.size > 0) report([...undocumented].sort());
    done();
  });
}

function operationOf(route: RouteOptions, document: OpenApiDocument): OpenApiOperation | undefined {
  const path = route.url.replace(/:(\w+)/g, '{$1}');
  return document.paths[path]?.[String(route.method).toLowerCase()];
}

/** Schemas of the successful answers by status; problems are written by the filter. */
function answersOf({ responses = {} }: OpenApiOperation): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(responses).flatMap(([status, response]) => {
      const schema = response?.content?.['application/json']?.schema;
      return schema && status.startsWith('2') ? [[status, schema]] : [];
    }),
  );
}

function compile(schema: JsonSchema, document: OpenApiDocument): (value: unknown) => string {
  const schemas: Record<string, unknown> = {};
  const root = prepare(schema, document, schemas) as JsonSchema;
  const whole: object = { ...root, components: { schemas } };
  return fastJsonStringify(whole as Schema);
}

/**
 * A copy for the compiler: only the schemas that are reachable, and `X or null` written as `nullable`, which it
 * serializes without validating alternatives first.
 */
function prepare(schema: unknown, document: OpenApiDocument, schemas: Record<string, unknown>): unknown {
  if (Array.isArray(schema)) return schema.map((member) => prepare(member, document, schemas));
  if (typeof schema !== 'object' || schema === null) return schema;
  const { value, nullable } = withoutNull(schema as JsonSchema);
  if (typeof value.$ref === 'string') {
    return { $ref: prepareReference(value.$ref, nullable, document, schemas) };
  }
  const copy = Object.fromEntries(
    Object.entries(value)
      .filter(([keyword]) => !ANNOTATIONS.has(keyword))
      .map(([keyword, member]) => [keyword, prepareMember(keyword, member, document, schemas)]),
  );
  return nullable ? { ...copy, nullable: true } : copy;
}

/** Under `properties` the keys are names of fields, which may be called like keywords. */
function prepareMember(
  keyword: string,
  member: unknown,
  document: OpenApiDocument,
  schemas: Record<string, unknown>,
): unknown {
  if (keyword !== 'properties') return prepare(member, document, schemas);
  return Object.fromEntries(
    Object.entries(member as JsonSchema).map(([name, field]) => [name, prepare(field, document, schemas)]),
  );
}

/** Copies the schema that is referred to, once for each way it is used; answers the new reference. */
function prepareReference(
  reference: string,
  nullable: boolean,
  document: OpenApiDocument,
  schemas: Record<string, unknown>,
): string {
  const name = reference.slice(REFERENCE.length);
  const target = document.components?.schemas?.[name];
  if (!target) throw new Error(`The OpenAPI document names no schema "${name}".`);
  const key = nullable ? `${name}OrNull` : name;
  if (!(key in schemas)) {
    schemas[key] = {}; // before descending: schemas may refer to themselves
    const body = prepare(target, document, schemas) as JsonSchema;
    schemas[key] = nullable ? { ...body, nullable: true } : body;
  }
  return REFERENCE + key;
}

const ANNOTATIONS = new Set(['description', 'example', 'examples', 'default', 'enum', 'discriminator']);
const isNull = (schema: JsonSchema): boolean => schema.type === 'null';

/** Takes "or null" out of a schema: `type: [X, null]`, `anyOf`/`oneOf` of one schema and null. */
function withoutNull(schema: JsonSchema): { value: JsonSchema; nullable: boolean } {
  if (Array.isArray(schema.type) && schema.type.length === 2 && schema.type.includes('null')) {
    const type: unknown = schema.type.find((name) => name !== 'null');
    return { value: { ...schema, type }, nullable: true };
  }
  const choices = (schema.anyOf ?? schema.oneOf ?? schema.allOf) as readonly JsonSchema[] | undefined;
  const rest = choices?.filter((choice) => !isNull(choice));
  if (choices && rest?.length === 1 && rest[0]) {
    return { value: rest[0], nullable: choices.length === 2 };
  }
  return { value: schema, nullable: schema.nullable === true };
}
