import { Injectable } from '@nestjs/common';
import { StaleVersion } from '#libs/kernel';
import type { Reads, Transaction } from '#libs/platform/database';
import { type Figure, NO_RESULT, type ProjectResult, type ResultPicture, type ResultText } from '../domain/result.js';

/** A project the public may know, with what it says of itself. */
export interface PublicProject extends Pick<ProjectResult, 'texts' | 'figures'> {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly themes: readonly string[];
  readonly endedAt: Date;
  /** In the zone of the project. */
  readonly year: number;
}

export interface PortfolioFilter {
  readonly countries: readonly string[];
  readonly themes: readonly string[];
  readonly years: readonly number[];
  readonly after: { readonly endedAt: string; readonly id: string } | null;
  readonly limit: number;
}

/** SQL of results pages. What is public stands in one condition: closed, written, and with the lead's consent. */
@Injectable()
export class ResultRepository {
  async of(reads: Reads, projectId: string): Promise<ProjectResult> {
    const row = await reads.row<Omit<ProjectResult, 'pictures'>>(RESULT, [projectId]);
    const pictures = await this.pictures(reads, projectId);
    return { ...(row ?? NO_RESULT), pictures };
  }

  async pictures(reads: Reads, projectId: string): Promise<ResultPicture[]> {
    return reads.rows<ResultPicture>(PICTURES, [projectId]);
  }

  async projectOfPicture(reads: Reads, pictureId: string): Promise<string | undefined> {
    const row = await reads.row<{ id: string }>('select project_id as id from project_picture where id = $1', [
      pictureId,
    ]);
    return row?.id;
  }

  /** Writes over the version that was read, 0 for none. */
  async save(
    tx: Transaction,
    projectId: string,
    { texts, figures }: { texts: readonly ResultText[]; figures: readonly Figure[] },
    version: number,
  ): Promise<void> {
    const values = [projectId, JSON.stringify(texts), JSON.stringify(figures), tx.actor.personId];
    const changed =
      version === 0 ? await tx.execute(FIRST, values) : await tx.execute(REPLACE, [...values, version]);
    if (changed > 0) return;
    throw new StaleVersion((await this.of(tx, projectId)).version);
  }

  async addPicture(tx: Transaction, projectId: string, picture: ResultPicture): Promise<void> {
    const { id, fileId, alt, language } = picture;
    await tx.execute(ADD_PICTURE, [id, projectId, fileId, alt, language, tx.actor.personId]);
  }

  async deletePicture(tx: Transaction, id: string): Promise<void> {
    await tx.execute('delete from project_picture where id = $1', [id]);
  }

  /** Newest first. */
  async portfolio(reads: Reads, filter: PortfolioFilter): Promise<PublicProject[]> {
    const { countries, themes, years, after, limit } = filter;
    return reads.rows<PublicProject>(PORTFOLIO, [
      ...[[...countries], [...themes], [...years], after?.endedAt ?? null, after?.id ?? null, limit],
    ]);
  }

  async publicProject(reads: Reads, id: string): Promise<PublicProject | undefined> {
    return reads.row<PublicProject>(`${PUBLIC} and p.id = $1`, [id]);
  }
}

const RESULT = `select texts, figures, version from project_result where project_id = $1`;

const PICTURES = `
  select id, file_id as "fileId", alt, language from project_picture where project_id = $1 order by id`;

const FIRST = `
  insert into project_result (project_id, texts, figures, saved_by) values ($1, $2::jsonb, $3::jsonb, $4)
  on conflict (project_id) do nothing`;

const REPLACE = `
  update project_result
  set texts = $2::jsonb, figures = $3::jsonb, saved_by = $4, version = version + 1, updated_at = now()
  where project_id = $1 and version = $5`;

const ADD_PICTURE = `
  insert into project_picture (id, project_id, file_id, alt, language, added_by) values ($1, $2, $3, $4, $5, $6)`;

const PUBLIC = `
  select p.id, p.title, p.language, p.themes, p.ended_at as "endedAt",
    extract(year from p.ended_at at time zone p.zone)::int as year, r.texts, r.figures
  from project p
  join project_result r on r.project_id = p.id
  join project_partner lead on lead.project_id = p.id and lead.organization_id = p.organization_id and lead.consents
  where p.state = 'closed'`;

const PORTFOLIO = `
  ${PUBLIC}
    and (cardinality($1::text[]) = 0 or exists (
      select from project_partner o join organization g on g.id = o.organization_id
      where o.project_id = p.id and o.consents and g.country = any($1::text[])))
    and (cardinality($2::text[]) = 0 or p.themes && $2::text[])
    and (cardinality($3::int[]) = 0 or extract(year from p.ended_at at time zone p.zone)::int = any($3::int[]))
    and ($4::timestamptz is null or (p.ended_at, p.id) < ($4::timestamptz, $5::uuid))
  order by p.ended_at desc, p.id desc limit $6`;
