import type { OpenAPIObject } from '@nestjs/swagger';

interface Schema {
  [keyword: string]: unknown;
  default?: unknown;
}
interface Parameter {
  required?: boolean;
  schema?: Schema;
}
interface Operation {
  parameters?: Parameter[];
}
interface ObjectSchema {
  properties?: Record<string, Schema>;
  required?: string[];
}

const UNTYPED = '#/components/schemas/Object';

/**
 * Fields with a default, `limit = 20`: the swagger plugin reads types that are written down, and takes such a
 * field for a required object. The default itself says the type, and that the field may be absent.
 */
export function typeByDefaults(document: OpenAPIObject): void {
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item) as Operation[]);
  for (const { parameters = [] } of operations) parameters.forEach(completeParameter);
  const schemas = (document.components?.schemas ?? {}) as Record<string, ObjectSchema>;
  Object.values(schemas).forEach(completeFields);
  Reflect.deleteProperty(schemas, 'Object');
}

function completeParameter(parameter: Parameter): void {
  if (parameter.schema?.default === undefined) return;
  parameter.required = false;
  parameter.schema = typed(parameter.schema);
}

function completeFields(schema: ObjectSchema): void {
  const defaulted = Object.entries(schema.properties ?? {}).filter(
    ([, field]) => field.default !== undefined,
  );
  for (const [name, field] of defaulted) {
    schema.properties = { ...schema.properties, [name]: typed(field) };
    schema.required = schema.required?.filter((required) => required !== name);
  }
}

function typed(schema: Schema): Schema {
  const { allOf, $ref, ...rest } = schema;
  const untyped = rest.type === 'object' || $ref === UNTYPED || JSON.stringify(allOf)?.includes(UNTYPED);
  return untyped ? { ...rest, type: typeOf(schema.default) } : schema;
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
