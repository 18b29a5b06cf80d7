import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '#libs/kernel';

/** RFC 8058 §3.1: mail programs send one of these, and there is nothing in them that matters. */
const ONE_CLICK_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data'];
const ONE_CLICK_LIMIT = 4 * 1024;

/** Lets bodies that are no JSON through to the one route each is for; everywhere else they are refused like before. */
@Injectable()
export class MailBodies implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    for (const type of ONE_CLICK_TYPES) {
      server.addContentTypeParser(
        type,
        { parseAs: 'buffer', bodyLimit: ONE_CLICK_LIMIT },
        (request, _body, done) => {
          if (isFor(request, '/unsubscribe')) done(null, undefined);
          else done(new NoOneClick());
        },
      );
    }
  }
}

const isFor = ({ method, routeOptions }: FastifyRequest, path: string): boolean =>
  method === 'POST' && routeOptions.url === path;

class NoOneClick extends DomainError {
  constructor() {
    super('request/unsupported-media-type', 'unsupported-media-type', { detail: 'Send application/json.' });
  }
}
