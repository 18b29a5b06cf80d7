import type { OpenAPIObject } from '@nestjs/swagger';
import { ACCOUNT_PERMISSIONS } from '#libs/contracts';
import type { Route } from '#libs/platform/auth';
import { typeByDefaults } from './defaults.js';
import { IDEMPOTENCY_KEY, ORGANIZATION } from './headers.js';
import { PROBLEM_SCHEMA, problemResponse, problemsOf, type Shape } from './problems.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Parameter = Exclude<NonNullable<Operation['parameters']>[number], { $ref: string }>;
type Response = Exclude<NonNullable<Operation['responses']>[string], { $ref: string } | undefined>;

type Schemas = Readonly<Record<string, unknown>>;

/** Answers that may say all with their status. */
const EMPTY = new Set(['202', '204']);
const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete'] as const;

/**
 * Adds to every operation what holds for all of them: who may call it, the headers it honours and the problems
 * it may answer. Controllers only document what is their own.
 *
 * @throws Error naming every operation that lacks an operationId, shares one, has no documented answer, or uses a type the plugin could not read
 */
export function describeContract(document: OpenAPIObject, routes: readonly Route[]): OpenAPIObject {
  typeByDefaults(document);
  const schemas = (document.components ??= {}).schemas ?? {};
  document.components.schemas = { ...schemas, Problem: PROBLEM_SCHEMA };
  const requirements = new Map(routes.map((route) => [`${route.method} ${templateOf(route.path)}`, route]));
  const names = new Map<string, string>();
  const faults: string[] = [];
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (!operation) continue;
      const place = `${method.toUpperCase()} ${path}`;
      faults.push(...faultsOf(operation, place, names));
      describe(operation, shapeOf(method, requirements.get(place)), schemas);
    }
  }
  if (faults.length > 0) throw new Error(`The API is not fully documented:\n  - ${faults.join('\n  - ')}`);
  return document;
}

const templateOf = (path: string): string => path.replace(/:(\w+)/g, '{$1}');

function faultsOf(
  { operationId, responses, parameters, requestBody }: Operation,
  place: string,
  names: Map<string, string>,
): string[] {
  const faults: string[] = [];
  if (!operationId || operationId.includes('_')) faults.push(`${place}: no operationId of its own`);
  const other = operationId && names.get(operationId);
  if (other) faults.push(`${place}: the operationId ${operationId} is that of ${other}`);
  if (operationId) names.set(operationId, place);
  const answers = Object.entries(responses ?? {}).filter(([status]) => status.startsWith('2'));
  const typed = answers.some(
    ([status, answer]) => EMPTY.has(status) || place.startsWith('HEAD ') || (answer && 'content' in answer),
  );
  if (!typed) faults.push(`${place}: no typed answer`);
  if (JSON.stringify([parameters, requestBody]).includes('schemas/Object"')) {
    faults.push(`${place}: a parameter without a type`);
  }
  return faults;
}

function describe(operation: Operation, shape: Shape, schemas: Schemas): void {
  const parameters = [...((operation.parameters ?? []) as Parameter[]), ...headersOf(shape)];
  for (const parameter of parameters) {
    if (parameter.in === 'path' && /id$/i.test(parameter.name)) {
      parameter.schema = { type: 'string', format: 'uuid' };
    }
  }
  operation.parameters = parameters;
  if (shape.signedIn) operation.security = [{ bearer: [] }];
  const responses = (operation.responses ?? {}) as Record<string, Response>;
  for (const [status, response] of Object.entries(responses)) {
    if (status.startsWith('2')) describeAnswer(response, schemas);
  }
  for (const [status, codes] of problemsOf(operation, shape)) {
    responses[status] ??= problemResponse(status, codes);
  }
  operation.responses = responses;
}

function shapeOf(method: string, route: Route | undefined): Shape {
  const requirement = route?.requirement;
  if (!requirement || 'public' in requirement) return { method, signedIn: false, actsForOrganization: false };
  const actsForOrganization = !ACCOUNT_PERMISSIONS.includes(requirement.permission);
  return { method, signedIn: true, actsForOrganization };
}

function headersOf({ method, signedIn, actsForOrganization }: Shape): Parameter[] {
  return [
    ...(actsForOrganization ? [ORGANIZATION] : []),
    ...(signedIn && method === 'post' ? [IDEMPOTENCY_KEY] : []),
  ];
}

/** Resources with a version carry it as ETag. */
function describeAnswer(response: Response, schemas: Schemas): void {
  const schema = response.content?.['application/json']?.schema;
  if (!schema || !('$ref' in schema)) return;
  const target = schemas[schema.$ref.slice('#/components/schemas/'.length)] as
    { properties?: Record<string, unknown> } | undefined;
  if (!target?.properties?.version) return;
  response.headers = {
    ...response.headers,
    ETag: { description: 'The version, for If-Match.', schema: { type: 'string' }, example: '"3"' },
  };
}
