import { createHash } from 'node:crypto';
import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { UI_LANGUAGES, type UiLanguage } from '#libs/contracts';
import { readerLanguage } from '#libs/kernel';
import { Public } from '#libs/platform/auth';
import { TtnConfig } from '#libs/platform/config';
import { CityPagesReader } from '../app/city-pages.reader.js';
import { cityListPage, missingCityPage } from './city-list-page.js';
import { cityPage, type Setting } from './city-page.js';

/** A page may be kept that long before it is asked for again. */
const MAX_AGE_SECONDS = 300;

/** What a browser or a cache sends along. */
interface Visit {
  readonly accept: string | undefined;
  readonly known: string | undefined;
  readonly lang: string | undefined;
}

/** Pages for visitors and search engines: HTML from the server, no script, nothing that members alone may read. */
@Public()
@ApiExcludeController()
@Controller('cities')
export class CityPagesController {
  constructor(
    private readonly pages: CityPagesReader,
    private readonly config: TtnConfig,
  ) {}

  /** Every city of the network. */
  @Get()
  async list(
    @Headers('accept-language') accept: string | undefined,
    @Headers('if-none-match') known: string | undefined,
    @Query('lang') lang: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = { accept, known, lang };
    const setting = this.settingOf(visit);
    answer(reply, visit, setting.language, cityListPage(await this.pages.byCountry(), setting));
  }

  /** One city; another spelling of its name leads to its own address. */
  @Get(':slug')
  async city(
    @Param('slug') slug: string,
    @Headers('accept-language') accept: string | undefined,
    @Headers('if-none-match') known: string | undefined,
    @Query('lang') lang: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = { accept, known, lang };
    const setting = this.settingOf(visit);
    const facts = await this.pages.city(slug);
    if (facts) {
      answer(reply, visit, setting.language, cityPage(facts, setting));
      return;
    }
    const canonical = await this.pages.slugOf(slug);
    if (canonical) {
      const query = isOffered(lang) ? `?lang=${lang}` : '';
      void reply.header('cache-control', `public, max-age=${MAX_AGE_SECONDS}`);
      void reply.redirect(`/cities/${canonical}${query}`, 308);
      return;
    }
    void reply.code(404);
    answer(reply, visit, setting.language, missingCityPage(setting));
  }

  private settingOf({ lang, accept }: Visit): Setting {
    const language = isOffered(lang) ? lang : (readerLanguage(accept, UI_LANGUAGES) as UiLanguage);
    const site = new URL(this.config.PUBLIC_URL).origin;
    return { language, site, network: this.config.ORGANIZATION_NAME };
  }
}

function isOffered(lang: unknown): lang is UiLanguage {
  return UI_LANGUAGES.includes(lang as UiLanguage);
}

/** Sends the page, or 304 to who has this very one. */
function answer(reply: FastifyReply, visit: Visit, language: UiLanguage, html: string): void {
  const tag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`;
  const isMissing = reply.statusCode === 404;
  void reply
    .header('cache-control', isMissing ? 'no-store' : `public, max-age=${MAX_AGE_SECONDS}`)
    .header('content-language', language)
    .header('vary', 'Accept-Language');
  if (!isMissing) void reply.header('etag', tag);
  if (!isMissing && visit.known?.replace(/^W\//, '') === tag) {
    void reply.code(304).send();
    return;
  }
  void reply.header('content-type', 'text/html; charset=utf-8').send(html);
}
