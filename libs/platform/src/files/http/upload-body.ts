import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { DomainError } from '#libs/kernel';
import { UPLOADS_PATH } from '../uploads/tus-uploads.js';

/** Media type of the bytes of an upload. */
export const UPLOAD_BODY = 'application/offset+octet-stream';

/**
 * Lets bodies of this type through unread, and so without the limit of JSON bodies, to the one route that writes
 * them away as they come; that route is bound by what was announced. Everywhere else they are refused like before.
 */
@Injectable()
export class UploadBody implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    server.addContentTypeParser(UPLOAD_BODY, (request, payload, done) => {
      const taken = request.method === 'PATCH' && request.routeOptions.url === `${UPLOADS_PATH}/:id`;
      if (taken) done(null, payload);
      else done(new NotHere());
    });
  }
}

/** @throws DomainError request/unsupported-media-type 415, when what came is not the bytes of an upload */
export function assertUploadBody(contentType: string | undefined): void {
  if (contentType !== UPLOAD_BODY) throw new NotHere(UPLOAD_BODY);
}

class NotHere extends DomainError {
  constructor(wanted = 'application/json') {
    super('request/unsupported-media-type', 'unsupported-media-type', { detail: `Send ${wanted}.` });
  }
}
