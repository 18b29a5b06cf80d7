import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
export type HeaderParameter = Exclude<NonNullable<Operation['parameters']>[number], { $ref: string }>;

export const ORGANIZATION: HeaderParameter = {
  name: 'X-Organization-Id',
  in: 'header',
  required: false,
  description: 'The organization you act for; needed when you belong to several.',
  schema: { type: 'string', format: 'uuid' },
};

export const IDEMPOTENCY_KEY: HeaderParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Makes a repeat safe: for 24 hours the same key and body get the same answer, with Idempotency-Replayed: true.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};
