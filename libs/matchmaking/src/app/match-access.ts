import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, NotFound } from '#libs/kernel';
import { Database, type Transaction } from '#libs/platform/database';
import { MatchRepository } from '../data/match.repository.js';
import type { Match, MatchSide } from '../domain/match.js';
import { type Subject, SubjectsReader } from './subjects.reader.js';
import type { SubjectRef } from '../domain/match.js';

/** The only way a request obtains a match. Absent and not yours are the same {@link NotFound}. */
@Injectable()
export class MatchAccess {
  constructor(
    private readonly database: Database,
    private readonly matches: MatchRepository,
    private readonly subjects: SubjectsReader,
  ) {}

  /** A match to read, from the own side; the secretariat sees others' from the side of who asks for something. */
  async load(actor: Actor, action: 'read', id: string): Promise<Match> {
    if (!actor.permissions.has(`match.${action}`)) throw new NotFound();
    const own = await this.matches.find(this.database, actingOrganization(actor).id, id);
    const match = own ?? (isSecretariat(actor) ? await this.fromTheLeft(id) : undefined);
    if (!match) throw new NotFound();
    return match;
  }

  /** A match of the acting organization to change, locked until `tx` ends. */
  async lock(tx: Transaction, permission: 'match.dismiss' | 'interest.send', id: string): Promise<Match> {
    const { actor } = tx;
    if (!actor.permissions.has(permission)) throw new NotFound();
    const match = await this.matches.lock(tx, actingOrganization(actor).id, id);
    if (!match) throw new NotFound();
    return match;
  }

  /** What a list is asked for: the organization's own, and for the secretariat anybody's. */
  async subject(actor: Actor, ref: SubjectRef): Promise<Subject> {
    const subject = await this.subjects.one(ref);
    if (!subject || !(isOwn(actor, subject) || isSecretariat(actor))) throw new NotFound();
    return subject;
  }

  private async fromTheLeft(id: string): Promise<Match | undefined> {
    const organizationId = await this.matches.leftOrganization(this.database, id);
    return organizationId === undefined ? undefined : this.matches.find(this.database, organizationId, id);
  }
}

function isOwn(actor: Actor, { organizationId }: Pick<MatchSide, 'organizationId'>): boolean {
  return actor.organization?.id === organizationId;
}

function isSecretariat(actor: Actor): boolean {
  return actor.organization?.kind === 'secretariat';
}
