import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { NotFound } from '#libs/kernel';
import { Public } from '#libs/platform/auth';
import { TtnConfig } from '#libs/platform/config';
import { PublicPictures } from '#libs/platform/files';
import { PortfolioReader, type PublishedPage } from '#libs/projects';
import { missingResultPage, resultListPage, resultPage } from './result-pages.js';
import { answer, keptFor, MAX_AGE_SECONDS, settingOf, type Visit, VisitOf } from './visit.js';

const PER_PAGE = 30;
/** Of the smaller versions the one that fills the column of a page. */
const PICTURE_WIDTH = 960;

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Where a page ends: the end of its last project, and which one it is. */
const PLACE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f-]{36})$/;

/** What closed projects have reached, for visitors and search engines: only with the consent of who led them. */
@Public()
@ApiExcludeController()
@Controller('results')
export class ResultsController {
  constructor(
    private readonly portfolio: PortfolioReader,
    private readonly config: TtnConfig,
    private readonly pictures: PublicPictures,
  ) {}

  /** Newest first; a place nobody gave out is the beginning. */
  @Get()
  async list(
    @VisitOf() visit: Visit,
    @Query('after') place: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const setting = settingOf(visit, this.config);
    const everything = { countries: [], themes: [], years: [] };
    const after = placeOf(place);
    const found = await this.portfolio.list({ ...everything, after, limit: PER_PAGE + 1 });
    const shown = found.slice(0, PER_PAGE);
    const last = found.length > PER_PAGE ? shown.at(-1) : undefined;
    const next = last ? `${last.endedAt.toISOString()}_${last.id}` : null;
    answer(reply, visit, resultListPage(shown, next, setting), keptFor(setting.language));
  }

  /** One of them. */
  @Get(':id')
  async one(@Param('id') id: string, @VisitOf() visit: Visit, @Res() reply: FastifyReply): Promise<void> {
    const setting = settingOf(visit, this.config);
    const result = await this.find(id);
    if (!result) void reply.code(404);
    const html = result ? resultPage(result, setting) : missingResultPage(setting);
    answer(reply, visit, html, keptFor(setting.language));
  }

  /** A picture of one, for as long as that is public. */
  @Get(':id/pictures/:pictureId')
  async picture(
    @Param('id') id: string,
    @Param('pictureId') pictureId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const picture = (await this.find(id))?.pictures.find((one) => one.id === pictureId);
    const content = picture && (await this.pictures.open(picture.fileId, PICTURE_WIDTH));
    if (!content) throw new NotFound();
    void reply
      .headers({
        'content-type': content.mediaType,
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': `public, max-age=${MAX_AGE_SECONDS}`,
      })
      .send(content.bytes);
  }

  private async find(id: string): Promise<PublishedPage | undefined> {
    if (!ID.test(id)) return undefined;
    try {
      return await this.portfolio.one(id);
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }
}

function placeOf(place: unknown): { endedAt: string; id: string } | null {
  const [, endedAt, id] = typeof place === 'string' ? (PLACE.exec(place) ?? []) : [];
  const isPlace =
    endedAt !== undefined && id !== undefined && ID.test(id) && !Number.isNaN(Date.parse(endedAt));
  return isPlace ? { endedAt, id } : null;
}
