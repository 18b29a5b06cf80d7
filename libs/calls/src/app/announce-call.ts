import { Injectable } from '@nestjs/common';
import { ORGANIZATION_KINDS, permissionsOf } from '#libs/contracts';
import { OrganizationsReader } from '#libs/organizations';
import type { Transaction } from '#libs/platform/database';
import { ProfilesReader } from '#libs/profiles';
import { TaxonomyCodes } from '#libs/vocabulary';
import { CallRepository } from '../data/call.repository.js';
import type { CallContent } from '../domain/call-terms.js';
import { unmetRules } from '../domain/eligibility.js';
import { sourceOf } from './call-moves.js';

/** Kinds of organizations whose people may write proposals. */
const ANSWERING = ORGANIZATION_KINDS.filter((kind) =>
  permissionsOf(kind, 'owner').includes('proposal.create'),
);

/** Tells everybody whom a new call concerns of it, once: organizations that nobody acts for hear nothing. */
@Injectable()
export class AnnounceCall {
  constructor(
    private readonly calls: CallRepository,
    private readonly organizations: OrganizationsReader,
    private readonly profiles: ProfilesReader,
    private readonly codes: TaxonomyCodes,
  ) {}

  /** Nothing is said of a call that was called off before anybody could be told. */
  async execute(tx: Transaction, callId: string): Promise<void> {
    const call = await this.calls.lock(tx, callId, null);
    if (!call || !['published', 'open'].includes(call.state)) return;
    for (const toOrganizationId of await this.concerned(tx, call.content)) {
      if (toOrganizationId !== call.organizationId)
        tx.emit('call.announced', sourceOf(call), { toOrganizationId });
    }
  }

  /**
   * Who may lead a proposal by the rules of the call, and works on one of its themes. Who has said nothing of its
   * themes yet is told too: silence is no refusal.
   */
  private async concerned(tx: Transaction, { themes, eligibility }: CallContent): Promise<string[]> {
    const cards = await this.organizations.cards(await this.organizations.withPeople(tx, ANSWERING), tx);
    const open = [...cards.values()].filter((card) => unmetRules(eligibility, card).length === 0);
    const ids = open.map(({ id }) => id);
    if (themes.length === 0) return ids;
    const profiles = await this.profiles.byOrganizations(ids, tx);
    return ids.filter((id) => {
      const own = profiles.get(id)?.themes ?? [];
      return own.length === 0 || this.codes.meet(themes, own);
    });
  }
}
