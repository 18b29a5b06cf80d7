import { Injectable } from '@nestjs/common';
import type { MatchState, MatchSubject } from '#libs/contracts';
import { type Actor, actingOrganization } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { type MatchFilter, type MatchPlace, MatchRepository } from '../data/match.repository.js';
import { MatchRunRepository } from '../data/match-run.repository.js';
import type { Match, SubjectRef } from '../domain/match.js';
import { ShownMatches } from './learning/shown-matches.js';
import { MatchAccess } from './match-access.js';
import { type Subject, SubjectsReader } from './subjects.reader.js';

export type { MatchPlace };

/** Beyond this a total says "or more". */
const TOTAL_CAP = 1000;

/** `pending`: a change of what is matched has not been compared yet. */
export interface RunState {
  readonly state: 'pending' | 'done';
  readonly computedAt: Date | null;
}

/** One list of matches: whose it is, and of which of their things. */
export interface MatchList {
  readonly filter: MatchFilter;
  readonly run: RunState;
}

/** All reads of matches. */
@Injectable()
export class MatchesReader {
  constructor(
    private readonly database: Database,
    private readonly matches: MatchRepository,
    private readonly runs: MatchRunRepository,
    private readonly access: MatchAccess,
    private readonly subjects: SubjectsReader,
    private readonly shown: ShownMatches,
  ) {}

  /** One match the actor may read. */
  async one(actor: Actor, id: string): Promise<Match> {
    return this.access.load(actor, 'read', id);
  }

  /**
   * The matches of one thing, which is the acting organization's own or, for the secretariat, anybody's; without
   * one, all of the acting organization.
   *
   * @throws NotFound when the subject is not the actor's to see
   */
  async open(
    actor: Actor,
    ref: SubjectRef | null,
    states: readonly MatchState[],
    objects: readonly MatchSubject[] = [],
  ): Promise<MatchList> {
    if (ref === null) {
      const organizationId = actingOrganization(actor).id;
      const run = await this.runOfOrganization(organizationId);
      return { filter: { organizationId, subject: null, states, objects }, run };
    }
    const subject = await this.access.subject(actor, ref);
    const filter = { organizationId: subject.organizationId, subject: ref, states, objects };
    return { filter, run: await this.runOf(subject) };
  }

  /** The best first, after the place of the last one before. */
  async list({ filter }: MatchList, after: MatchPlace | undefined, limit: number): Promise<Match[]> {
    return this.matches.slice(this.database, filter, after, limit);
  }

  /** Notes that the acting organization has seen these of its own, the first at place `from` of the list. */
  noteShown(actor: Actor, { filter }: MatchList, matches: readonly Match[], from: number): void {
    if (actor.organization?.id !== filter.organizationId) return;
    const ids = matches.map(({ id }) => id);
    this.shown.note(filter.organizationId, ids, from);
  }

  /** How many {@link list} holds, counted up to 1,000. */
  async count({ filter }: MatchList): Promise<{ total: number; totalCapped: boolean }> {
    const total = await this.matches.count(this.database, filter, TOTAL_CAP + 1);
    return { total: Math.min(total, TOTAL_CAP), totalCapped: total > TOTAL_CAP };
  }

  /** What is not to be had waits for no run, nor does an organization that has not described itself yet. */
  private async runOf(subject: Subject): Promise<RunState> {
    const run = await this.runs.find(this.database, subject);
    const isUpToDate = (run?.subjectVersion ?? 0) >= subject.version;
    return {
      state: isUpToDate || !subject.isOpen ? 'done' : 'pending',
      computedAt: run?.finishedAt ?? null,
    };
  }

  /** The profile decides what is pending; any subject of the organization may have been compared last. */
  private async runOfOrganization(organizationId: string): Promise<RunState> {
    const [subject, computedAt] = await Promise.all([
      this.subjects.one({ type: 'organization', id: organizationId }),
      this.runs.lastOf(this.database, organizationId),
    ]);
    const own = subject ? await this.runOf(subject) : undefined;
    return { state: own?.state ?? 'done', computedAt };
  }
}

/** The place of a match in its list, for the next page. */
export function placeOf({ score, id }: Match): MatchPlace {
  return [score, id];
}
