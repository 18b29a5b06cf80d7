import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '#libs/platform/auth';
import { TtnConfig } from '#libs/platform/config';
import { CityPagesReader } from '../app/city-pages.reader.js';
import { landingPage } from './landing-page.js';
import { answer, settingOf } from './visit.js';

/** A browser in which somebody is signed in says so by a cookie that opens nothing. */
const AT_HOME = /(?:^|;\s*)ttn_here=1(?:;|$)/;

/** What stands at `/`: the landing page for visitors, the product for those who are signed in here. */
@Public()
@ApiExcludeController()
@Controller()
export class LandingController {
  constructor(
    private readonly pages: CityPagesReader,
    private readonly config: TtnConfig,
  ) {}

  @Get()
  async landing(
    @Headers('cookie') cookie: string | undefined,
    @Headers('accept-language') accept: string | undefined,
    @Headers('if-none-match') known: string | undefined,
    @Query('lang') lang: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (AT_HOME.test(cookie ?? '')) {
      // Nobody else answers at `/`; what nobody answers is a page of the web client.
      reply.callNotFound();
      return;
    }
    const visit = { accept, known, lang };
    const setting = settingOf(visit, this.config);
    const html = landingPage(await this.pages.byCountry(), setting);
    answer(reply, visit, html, {
      language: setting.language,
      cacheControl: 'no-cache',
      vary: 'Accept-Language, Cookie',
    });
  }
}
