import { STATUS_CODES } from 'node:http';
import type { OpenAPIObject } from '@nestjs/swagger';
import { PROBLEMS_EXTENSION } from '#libs/platform/http';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];
type Response = Exclude<NonNullable<Operation['responses']>[string], { $ref: string } | undefined>;

/** Body of every refusal (RFC 9457). */
export const PROBLEM_SCHEMA: Schema = {
  type: 'object',
  description: 'Why a request was refused. Decide on `code`; it is stable.',
  required: ['type', 'title', 'status', 'code', 'errors', 'requestId'],
  properties: {
    type: { type: 'string', example: 'urn:ttn:problem:proposal/not-editable' },
    title: { type: 'string', example: 'Conflict' },
    status: { type: 'integer', example: 409 },
    code: { type: 'string', example: 'proposal/not-editable' },
    detail: { type: 'string', description: 'For people who read logs and answers.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code'],
        properties: {
          pointer: {
            type: 'string',
            description: 'JSON Pointer into the body, or /name of a query parameter.',
            example: '/budget/currency',
          },
          code: { type: 'string', example: 'field/is-in' },
          detail: { type: 'string' },
        },
      },
    },
    requestId: { type: 'string', description: 'Also in X-Request-Id; name it when you ask for help.' },
  },
  additionalProperties: true,
};

export interface Shape {
  readonly method: string;
  readonly signedIn: boolean;
  readonly actsForOrganization: boolean;
}

interface Facts extends Shape {
  readonly body: boolean;
  readonly query: boolean;
  readonly path: boolean;
  readonly ifMatch: 'required' | 'optional' | undefined;
}

/** What follows from the shape of an operation, for all of them alike. */
const RULES: readonly [status: number, code: string, when: (facts: Facts) => boolean][] = [
  [400, 'auth/organization-required', ({ actsForOrganization }) => actsForOrganization],
  [400, 'request/malformed', ({ body }) => body],
  [401, 'auth/unauthenticated', ({ signedIn }) => signedIn],
  [403, 'auth/permission-missing', ({ signedIn }) => signedIn],
  [403, 'auth/not-a-member', ({ actsForOrganization }) => actsForOrganization],
  [404, 'request/not-found', ({ path }) => path],
  [409, 'idempotency/in-flight', ({ signedIn, method }) => signedIn && method === 'post'],
  [412, 'request/stale-version', ({ ifMatch }) => ifMatch !== undefined],
  [413, 'request/too-large', ({ body }) => body],
  [415, 'request/unsupported-media-type', ({ body }) => body],
  [422, 'request/invalid', ({ body, query }) => body || query],
  [422, 'idempotency/key-reused', ({ signedIn, method }) => signedIn && method === 'post'],
  [428, 'request/if-match-required', ({ ifMatch }) => ifMatch === 'required'],
];

/** Status and codes of what an operation may refuse: what it declares, and what follows from its shape. */
export function problemsOf(operation: Operation, shape: Shape): Map<string, string[]> {
  const problems = new Map<string, string[]>(Object.entries(takeDeclared(operation)));
  const facts = factsOf(operation, shape);
  for (const [status, code, when] of RULES) {
    if (when(facts)) problems.set(String(status), [...(problems.get(String(status)) ?? []), code]);
  }
  problems.set('default', []);
  return new Map([...problems].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** What `@ProblemResponses` left; it becomes answers and leaves the document. */
function takeDeclared(operation: Operation & { [PROBLEMS_EXTENSION]?: Record<string, string[]> }) {
  const declared = operation[PROBLEMS_EXTENSION] ?? {};
  Reflect.deleteProperty(operation, PROBLEMS_EXTENSION);
  return declared;
}

function factsOf(operation: Operation, shape: Shape): Facts {
  const parameters = (operation.parameters ?? []) as readonly {
    in: string;
    name: string;
    required?: boolean;
  }[];
  const ifMatch = parameters.find(({ name }) => name === 'If-Match');
  return {
    ...shape,
    body: operation.requestBody !== undefined,
    query: parameters.some((parameter) => parameter.in === 'query'),
    path: parameters.some((parameter) => parameter.in === 'path'),
    ifMatch: ifMatch && (ifMatch.required ? 'required' : 'optional'),
  };
}

export function problemResponse(status: string, codes: readonly string[]): Response {
  const title = STATUS_CODES[Number(status)] ?? 'Any other refusal';
  const list = [...new Set(codes)].map((code) => `\`${code}\``).join(', ');
  return {
    description: list ? `${title}: ${list}` : title,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}
