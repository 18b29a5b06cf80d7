import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import type { Reads } from '#libs/platform/database';
import { TaxonomyCodes } from '#libs/vocabulary';
import {
  CommitteeIsForMemberCities,
  DayHasPassed,
  NoSuchParty,
} from '../domain/consulting-request.errors.js';
import type { ConsultingRequestContent } from '../domain/consulting-request.js';

/** Checks what a request says against what there is: codes, days, organizations. */
@Injectable()
export class RequestChecks {
  constructor(
    private readonly codes: TaxonomyCodes,
    private readonly organizations: OrganizationsReader,
  ) {}

  /**
   * @throws InvalidInput `taxonomy/unknown-code`, NoSuchParty 422, DayHasPassed 422, CommitteeIsForMemberCities 403
   */
  async pass(reads: Reads, actor: Actor, content: ConsultingRequestContent, today: string): Promise<void> {
    this.codes.check(content, { areas: 'consulting_area' });
    if (content.deadline !== null && content.deadline < today) throw new DayHasPassed('/deadline');
    const { id } = actingOrganization(actor);
    const bearers = content.costBearers.map(({ organizationId }) => organizationId);
    const cards = await this.organizations.cards([id, ...bearers, ...content.namedConsultants], reads);
    const own = cards.get(id);
    if (content.kind === 'committee' && (own?.kind !== 'city' || own.tpoMembership !== 'city_member')) {
      throw new CommitteeIsForMemberCities();
    }
    const wrong = [
      ...bearers.flatMap((bearer, index) =>
        cards.get(bearer)?.state === 'active' ? [] : [`/costBearers/${index}/organizationId`],
      ),
      ...content.namedConsultants.flatMap((named, index) => {
        const card = cards.get(named);
        return card?.state === 'active' && card.kind === 'consultancy' ? [] : [`/namedConsultants/${index}`];
      }),
    ];
    if (wrong.length > 0) throw new NoSuchParty(wrong);
  }
}
