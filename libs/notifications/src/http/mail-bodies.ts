import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { DomainError, NotFound } from '#libs/kernel';
import { bearerToken, Unauthenticated } from '#libs/platform/auth';
import { TtnConfig } from '#libs/platform/config';
import { OtherBody } from '../domain/notifications.errors.js';

/** RFC 8058 §3.1: mail programs send one of these, and there is nothing in them that matters. */
const ONE_CLICK_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data'];
const ONE_CLICK_LIMIT = 4 * 1024;
/** Room for files that are not taken, so that whoever sent one can be told. */
const MAIL_LIMIT = 10 * 1024 * 1024;

/** Lets bodies that are no JSON through to the one route each is for; everywhere else they are refused like before. */
@Injectable()
export class MailBodies implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly config: TtnConfig,
  ) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    for (const type of ONE_CLICK_TYPES) {
      server.addContentTypeParser(
        type,
        { parseAs: 'buffer', bodyLimit: ONE_CLICK_LIMIT },
        (request, _body, done) => {
          if (isFor(request, '/unsubscribe')) done(null, undefined);
          else done(new OtherBody());
        },
      );
    }
    server.addContentTypeParser('message/rfc822', async (request: FastifyRequest, body: IncomingMessage) => {
      if (!isFor(request, '/inbound-mail')) throw new OtherBody();
      this.assertMailServer(request.headers.authorization);
      return readWhole(body);
    });
  }

  /** Who hands mail in is asked before anything of it is read. */
  private assertMailServer(authorization: string | undefined): void {
    const { MAIL_INBOUND_SECRET: secret } = this.config;
    if (secret === undefined) throw new NotFound();
    const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
    if (!timingSafeEqual(digest(bearerToken(authorization) ?? ''), digest(secret)))
      throw new Unauthenticated();
  }
}

async function readWhole(body: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += (chunk as Buffer).length;
    if (size > MAIL_LIMIT) throw new MailTooLarge();
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

const isFor = ({ method, routeOptions }: FastifyRequest, path: string): boolean =>
  method === 'POST' && routeOptions.url === path;

class MailTooLarge extends DomainError {
  constructor() {
    super('request/too-large', 'too-large', { detail: 'A mail holds 10 MiB at most.' });
  }
}
