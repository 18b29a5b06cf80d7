import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { NotFound } from '#libs/kernel';
import { Public } from '#libs/platform/auth';
import { TtnConfig } from '#libs/platform/config';
import type { CityFacts } from '../app/city-facts.js';
import { CityPagesReader } from '../app/city-pages.reader.js';
import { cityFile, cityTable } from './city-file.js';
import { cityListPage, missingCityPage } from './city-list-page.js';
import { cityPage, type Setting } from './city-page.js';
import { answer, isOffered, keptFor, MAX_AGE_SECONDS, settingOf, type Visit, VisitOf } from './visit.js';

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
  async list(@VisitOf() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const setting = settingOf(visit, this.config);
    answer(reply, visit, cityListPage(await this.pages.byCountry(), setting), keptFor(setting.language));
  }

  /** The public facts of one city for programs. */
  @Get(':slug/city.json')
  async file(
    @Param('slug') slug: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.sendFile(slug, known, reply, 'application/json; charset=utf-8', (facts, setting) =>
      JSON.stringify(cityFile(facts, setting)),
    );
  }

  /** The same for spreadsheets. */
  @Get(':slug/city.csv')
  async table(
    @Param('slug') slug: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.sendFile(slug, known, reply, 'text/csv; charset=utf-8', cityTable);
  }

  /** One city; another spelling of its name leads to its own address. */
  @Get(':slug')
  async city(
    @Param('slug') slug: string,
    @VisitOf() visit: Visit,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const setting = settingOf(visit, this.config);
    const facts = await this.pages.city(slug);
    if (facts) {
      answer(reply, visit, cityPage(facts, setting), keptFor(setting.language));
      return;
    }
    const canonical = await this.pages.slugOf(slug);
    if (canonical) {
      const query = isOffered(visit.lang) ? `?lang=${visit.lang}` : '';
      void reply.header('cache-control', `public, max-age=${MAX_AGE_SECONDS}`);
      void reply.redirect(`/cities/${canonical}${query}`, 308);
      return;
    }
    void reply.code(404);
    answer(reply, visit, missingCityPage(setting), keptFor(setting.language));
  }

  /** The same for every language. @throws NotFound */
  private async sendFile(
    slug: string,
    known: string | undefined,
    reply: FastifyReply,
    type: string,
    write: (facts: CityFacts, setting: Setting) => string,
  ): Promise<void> {
    const facts = await this.pages.city(slug);
    if (!facts) throw new NotFound();
    const visit = { accept: undefined, lang: undefined, known };
    const content = write(facts, settingOf(visit, this.config));
    answer(reply, visit, content, { type, cacheControl: `public, max-age=${MAX_AGE_SECONDS}` });
  }
}
