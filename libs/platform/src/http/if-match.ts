import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { MalformedIfMatch, VersionRequired } from './http.errors.js';

const VERSION = /^(?:W\/)?"?(\d{1,9})"?$/;
const ENTITY_TAG = /^(?:W\/)?"[\x21\x23-\x7e]*"$/;
/** A version no row has: what an entity tag that is not ours stands for. */
const NO_VERSION = -1;

interface IfMatchOptions {
  /** True on verbs (POST), where the header may be absent. */
  readonly optional?: boolean;
}

const versionOf = createParamDecorator((options: IfMatchOptions | undefined, context: ExecutionContext) =>
  readIfMatch(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'], options ?? {}),
);

/**
 * The version the caller read, from `If-Match`. Required unless `optional`; an entity tag that is no version of
 * ours gives -1, which equals no version.
 *
 * @throws VersionRequired 428, MalformedIfMatch 400
 */
export function IfMatch(options: IfMatchOptions = {}): ParameterDecorator {
  return (target, property, index) => {
    versionOf(options)(target, property, index);
    const descriptor = property && Object.getOwnPropertyDescriptor(target, property);
    if (!descriptor) return;
    ApiHeader({
      name: 'If-Match',
      required: !options.optional,
      description: 'The ETag of the resource as you read it.',
      schema: { type: 'string' },
      example: '"3"',
    })(target, property, descriptor);
  };
}

export function readIfMatch(header: string | undefined, { optional }: IfMatchOptions): number | undefined {
  // `*` names no version: as good as none.
  if (header === undefined || header.trim() === '*') {
    if (optional) return undefined;
    throw new VersionRequired();
  }
  const version = VERSION.exec(header.trim())?.[1];
  if (version !== undefined) return Number(version);
  if (ENTITY_TAG.test(header.trim())) return NO_VERSION;
  throw new MalformedIfMatch();
}
