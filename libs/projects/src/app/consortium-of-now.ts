import { Injectable } from '@nestjs/common';
import { OrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import { ConsortiumReader, type FrozenContent, type Proposal } from '#libs/proposals';

type FrozenPartner = NonNullable<FrozenContent['dossier']>['partners'][number];

/**
 * Who answers now for what was frozen: the one an organization was merged into, and the lead for whoever has left or
 * was closed since. Who is suspended is expected back and stays (decision 18).
 */
@Injectable()
export class ConsortiumOfNow {
  constructor(
    private readonly database: Database,
    private readonly consortia: ConsortiumReader,
    private readonly organizations: OrganizationsReader,
  ) {}

  async of({ id, organizationId: leadId }: Proposal, content: FrozenContent): Promise<FrozenContent> {
    const { dossier } = content;
    if (!dossier) return content;
    const { partners, workPlan, budgetLines } = dossier;
    const named = [...partners, ...workPlan, ...budgetLines].map(({ organizationId }) => organizationId);
    const successors = await this.organizations.successorsOf(named);
    const places = await this.consortia.places(this.database, id);
    const cards = await this.organizations.cards([...named, ...successors.values()]);
    const now = (frozenId: string): string => {
      const current = successors.get(frozenId) ?? frozenId;
      // Who has left had left before it was merged; a place that was taken off may have been by the merger itself.
      const isGone = places.get(frozenId) === 'left' || (places.get(current) ?? 'accepted') !== 'accepted';
      return isGone || cards.get(current)?.state === 'closed' ? leadId : current;
    };
    const answeredFor = <Part extends { readonly organizationId: string }>(part: Part): Part => ({
      ...part,
      organizationId: now(part.organizationId),
    });
    return {
      ...content,
      dossier: {
        ...dossier,
        partners: besideLead(partners.map(answeredFor), leadId),
        workPlan: workPlan.map(answeredFor),
        budgetLines: budgetLines.map(answeredFor),
      },
    };
  }
}

/** Each once, with the shares of all it is now. What is the lead's is what is left of the budget. */
function besideLead(partners: readonly FrozenPartner[], leadId: string): FrozenPartner[] {
  const each = new Map<string, FrozenPartner>();
  for (const partner of partners) {
    const known = each.get(partner.organizationId);
    each.set(partner.organizationId, known ? joined(known, partner) : partner);
  }
  each.delete(leadId);
  return [...each.values()];
}

function joined(one: FrozenPartner, other: FrozenPartner): FrozenPartner {
  const isShared = one.shareMinor !== null || other.shareMinor !== null;
  return {
    ...one,
    task: one.task ?? other.task,
    shareMinor: isShared ? (one.shareMinor ?? 0) + (other.shareMinor ?? 0) : null,
  };
}
