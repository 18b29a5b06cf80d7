import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { UI_LANGUAGES, type UiLanguage } from '#libs/contracts';
import { readerLanguage } from '#libs/kernel';
import type { TtnConfig } from '#libs/platform/config';
import type { Setting } from './city-page.js';

/** What a browser or a cache sends along. */
export interface Visit {
  readonly accept: string | undefined;
  readonly known: string | undefined;
  readonly lang: string | undefined;
}

/** The {@link Visit} a request is. */
export const VisitOf = createParamDecorator((_data: unknown, context: ExecutionContext): Visit => {
  const { headers, query } = context.switchToHttp().getRequest<FastifyRequest>();
  const { lang } = query as { lang?: string };
  return { accept: headers['accept-language'], known: headers['if-none-match'], lang };
});

/** In whose language, for which site: `?lang=` before what the browser prefers. */
export function settingOf({ lang, accept }: Visit, config: TtnConfig): Setting {
  const language = isOffered(lang) ? lang : (readerLanguage(accept, UI_LANGUAGES) as UiLanguage);
  const site = new URL(config.PUBLIC_URL).origin;
  return { language, site, network: config.ORGANIZATION_NAME };
}

export function isOffered(lang: unknown): lang is UiLanguage {
  return UI_LANGUAGES.includes(lang as UiLanguage);
}

/** A page may be kept that long before it is asked for again. */
export const MAX_AGE_SECONDS = 300;

/** Pages are kept for a while, by language. */
export const keptFor = (language: UiLanguage) => ({
  language,
  cacheControl: `public, max-age=${MAX_AGE_SECONDS}`,
  vary: 'Accept-Language',
});

/** Sends what stands at an address, or 304 to who has this very one. */
export function answer(
  reply: FastifyReply,
  visit: Visit,
  content: string,
  as: { language?: UiLanguage; cacheControl: string; vary?: string; type?: string },
): void {
  const tag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  const isMissing = reply.statusCode === 404;
  void reply.header('cache-control', isMissing ? 'no-store' : as.cacheControl);
  if (as.language) void reply.header('content-language', as.language);
  if (as.vary) void reply.header('vary', as.vary);
  if (!isMissing) void reply.header('etag', tag);
  if (!isMissing && visit.known?.replace(/^W\//, '') === tag) {
    void reply.code(304).send();
    return;
  }
  void reply.header('content-type', as.type ?? 'text/html; charset=utf-8').send(content);
}
