import { Injectable } from '@nestjs/common';
import { permissionsOf } from '#libs/contracts';
import { PersonsReader } from '#libs/identity';
import type { Actor } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import { ReviewerRepository } from '../data/reviewer.repository.js';
import { DeskAccess } from './desk-access.js';

/** Somebody who may be given the duty to review for a call. */
export interface ReviewerCandidate {
  readonly personId: string;
  readonly name: string;
  /** BCP 47 of the language the person reads the network in. */
  readonly language: string;
}

/** The people of an organization among whom the desk chooses reviewers. */
@Injectable()
export class ReviewerCandidatesReader {
  constructor(
    private readonly database: Database,
    private readonly access: DeskAccess,
    private readonly reviewers: ReviewerRepository,
    private readonly organizations: OrganizationsReader,
    private readonly persons: PersonsReader,
  ) {}

  /** By name; without those who review for the call already, and whose role lets them review nothing. */
  async of(actor: Actor, callId: string, organizationId: string): Promise<ReviewerCandidate[]> {
    const { stage } = await this.access.desk(actor, callId);
    const [cards, members, pool] = await Promise.all([
      this.organizations.cards([organizationId]),
      this.organizations.membersOf(organizationId),
      this.reviewers.ofCall(this.database, callId, stage.key),
    ]);
    const card = cards.get(organizationId);
    if (card?.state !== 'active') return [];
    const taken = new Set(pool.map(({ personId }) => personId));
    const free = members.filter(
      ({ personId, role }) =>
        !taken.has(personId) && permissionsOf(card.kind, role).includes('review.submit'),
    );
    const persons = await this.persons.byIds(free.map(({ personId }) => personId));
    return [...persons.values()]
      .map(({ id: personId, displayName: name, language }) => ({ personId, name, language }))
      .sort((one, other) => one.name.localeCompare(other.name));
  }
}
