import { type ArgumentsHost, Catch, type ExceptionFilter, NotFoundException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '#libs/platform/telemetry';
import { MethodNotAllowed } from './http.errors.js';
import { Moved } from './moved.js';
import { PROBLEM_MEDIA_TYPE, problemDocument, refusalOf, retryAfterOf } from './problem.js';
import { StoredAnswer } from './stored-answer.js';
import type { KnownRoutes } from './unknown-routes.js';
import type { WebClient } from './web-client.js';

/** The one place where errors become answers: problem documents, and nothing of a defect but the request id. */
@Catch()
export class ProblemFilter implements ExceptionFilter<unknown> {
  constructor(
    private readonly logger: Logger,
    private readonly routes: KnownRoutes,
    private readonly web: WebClient,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (error instanceof StoredAnswer) error.replay(reply);
    else if (error instanceof Moved) void reply.redirect(error.path, 308);
    else if (error instanceof NotFoundException && request.is404) this.answerUnknown(request, reply);
    else refuse(error, request, reply, this.logger);
  }

  /** No route took the request: a page of the web client, a wrong method, or nothing. */
  private answerUnknown(request: FastifyRequest, reply: FastifyReply): void {
    if (this.web.hasPage(request)) this.web.sendPage(reply);
    else refuse(this.routes.refusal(request), request, reply, this.logger);
  }
}

/** Answers `error` as a problem document; defects are logged with the request id, which is all that is told. */
export function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply, logger: Logger): void {
  const refusal = refusalOf(error);
  if (!refusal || refusal.status >= 500)
    logger.error({ err: error, requestId: request.id }, 'request failed');
  if (reply.sent) return;
  const problem = problemDocument(refusal, request.id);
  request.problemCode = problem.code;
  const retryAfter = refusal && retryAfterOf(refusal);
  if (retryAfter !== undefined) void reply.header('retry-after', retryAfter);
  if (error instanceof MethodNotAllowed) void reply.header('allow', error.allowed.join(', '));
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply
    .code(problem.status)
    .header('content-type', PROBLEM_MEDIA_TYPE)
    .serializer(JSON.stringify)
    .send(problem);
}
