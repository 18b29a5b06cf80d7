import { fastify, type FastifyInstance } from 'fastify';
import type { JsonSchema, OpenApiDocument } from './open-api-document.js';
import { serializeByDocument } from './serializers.js';

const text = { type: 'string' };
const reference = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });

/** What leaves when a route documented as `schema` answers `value`. */
async function sent(value: unknown, schema: JsonSchema, schemas: Record<string, JsonSchema> = {}) {
  const document: OpenApiDocument = {
    paths: {
      '/api/v1/x/{id}': {
        get: { operationId: 'readX', responses: { '200': { content: { 'application/json': { schema } } } } },
      },
    },
    components: { schemas },
  };
  const server: FastifyInstance = fastify();
  const undocumented: string[] = [];
  serializeByDocument(server, document, (routes) => undocumented.push(...routes));
  server.get('/api/v1/x/:id', () => value);
  server.post('/api/v1/forgotten', () => value);
  server.get('/livez', () => value);
  const answer = await server.inject('/api/v1/x/1');
  expect(undocumented).toEqual(['POST /api/v1/forgotten']);
  await server.close();
  return answer.json<unknown>();
}

describe('answers by the document', () => {
  it('lose what is not named, at any depth', async () => {
    const schema = {
      type: 'array',
      items: { type: 'object', properties: { a: { type: 'object', properties: { b: text } } } },
    };
    expect(await sent([{ a: { b: '1', c: '2' }, d: 3 }], schema)).toEqual([{ a: { b: '1' } }]);
  });

  it('keep null where null is allowed, by whatever spelling', async () => {
    const schemas = { Part: { type: 'object', properties: { a: text } } };
    const schema = {
      type: 'object',
      properties: {
        plain: { type: ['string', 'null'] },
        part: orNull(reference('Part')),
        parts: { type: 'array', items: orNull(reference('Part')) },
        wrapped: { allOf: [reference('Part')] },
        list: { type: ['array', 'null'], items: text },
      },
    };
    const value = {
      plain: null,
      part: null,
      parts: [null, { a: 'x', z: 1 }],
      wrapped: { a: 'y', z: 1 },
      list: null,
    };
    expect(await sent(value, schema, schemas)).toEqual({
      plain: null,
      part: null,
      parts: [null, { a: 'x' }],
      wrapped: { a: 'y' },
      list: null,
    });
  });

  it('follow schemas that refer to themselves', async () => {
    const schemas = {
      Node: {
        type: 'object',
        properties: {
          name: text,
          children: { type: 'array', items: reference('Node') },
          next: orNull(reference('Node')),
        },
      },
    };
    const value = {
      name: 'a',
      children: [{ name: 'b', children: [], next: null, x: 1 }],
      next: { name: 'c', children: [], x: 1 },
    };
    expect(await sent(value, reference('Node'), schemas)).toEqual({
      name: 'a',
      children: [{ name: 'b', children: [], next: null }],
      next: { name: 'c', children: [] },
    });
  });

  it('pass free objects whole, dates as RFC 3339, and fields that are called like keywords', async () => {
    const schema = {
      type: 'object',
      properties: {
        facts: { type: 'object', additionalProperties: true },
        at: { type: 'string', format: 'date-time' },
        description: text,
        example: text,
      },
    };
    const at = new Date('2027-02-01T03:04:05.678Z');
    const value = { facts: { any: [1, { b: 2 }] }, at, description: 'd', example: 'e' };
    expect(await sent(value, schema)).toEqual({ ...value, at: at.toISOString() });
  });

  it('cannot be made from a reference to nothing', async () => {
    await expect(sent({}, reference('Gone'))).rejects.toThrow('names no schema "Gone"');
  });
});
