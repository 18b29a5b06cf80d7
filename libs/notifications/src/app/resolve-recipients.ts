import { Injectable } from '@nestjs/common';
import { EVENT_AUDIENCES, type EventEnvelope } from '#libs/contracts';
import { InvitationsReader, OrganizationsReader } from '#libs/organizations';
import { isId } from '#libs/platform/database';
import { ProposalsReader } from '#libs/proposals';
import type { NoticeRule } from '../domain/notice-rule.js';
import { ruleOf } from '../domain/notice-rules.js';

/** Whom an event is told, and on behalf of which organization they are told. */
export interface Recipients {
  readonly organizationId: string | null;
  readonly personIds: readonly string[];
  /** Addresses that may be nobody's account yet; told by mail only. */
  readonly addresses?: readonly { readonly email: string; readonly language: string }[];
}

const NOBODY: Recipients = { organizationId: null, personIds: [] };

/** Turns the audience of an event into the persons it means today. */
@Injectable()
export class ResolveRecipients {
  constructor(
    private readonly organizations: OrganizationsReader,
    private readonly invitations: InvitationsReader,
    private readonly proposals: ProposalsReader,
  ) {}

  /** Who did it is left out, unless the event is told as a receipt. */
  async execute(event: EventEnvelope): Promise<Recipients> {
    const rule = ruleOf(event.type);
    if (!rule) return NOBODY;
    const recipients = await this.audienceOf(event, rule);
    if (rule.receipt) return recipients;
    const others = recipients.personIds.filter((id) => id !== event.actorId);
    if (!rule.ofAssessment) return { ...recipients, personIds: others };
    const kept = await this.proposals.keptFrom(others, event.aggregateId);
    return { ...recipients, personIds: others.filter((id) => !kept.has(id)) };
  }

  private async audienceOf(event: EventEnvelope, rule: NoticeRule<typeof event.type>): Promise<Recipients> {
    const audience = EVENT_AUDIENCES[event.type];
    if (audience.to === 'none') return NOBODY;
    if (audience.to === 'secretariat') return this.secretariat();
    if (audience.to === 'invited-address') return this.invited(event);
    if (audience.to === 'person') {
      const personId = audience.whose === 'aggregate' ? event.aggregateId : idIn(event, audience.whose);
      return this.personFor(personId, rule.onBehalfOf?.(event) ?? null);
    }
    const id = audience.whose === 'event' ? event.organizationId : idIn(event, audience.whose);
    if (id === null) return NOBODY;
    const { personId } = event.payload as { readonly personId?: string };
    // Whose seat it is knows already.
    return { organizationId: id, personIds: (await this.membersOf(id)).filter((each) => each !== personId) };
  }

  /** An invitation that was settled meanwhile needs no mail. */
  private async invited({ aggregateId, organizationId }: EventEnvelope): Promise<Recipients> {
    const address = await this.invitations.addressee(aggregateId);
    return { organizationId, personIds: [], addresses: address ? [address] : [] };
  }

  private async secretariat(): Promise<Recipients> {
    const [secretariat] = await this.organizations.list({ kind: ['secretariat'] }, undefined, 1);
    if (!secretariat) return NOBODY;
    return { organizationId: secretariat.id, personIds: await this.membersOf(secretariat.id) };
  }

  /** Whoever has left the organization since learns nothing more of its business. */
  private async personFor(personId: string, organizationId: string | null): Promise<Recipients> {
    if (organizationId === null) return { organizationId, personIds: [personId] };
    const members = await this.membersOf(organizationId);
    return { organizationId, personIds: members.filter((id) => id === personId) };
  }

  private async membersOf(organizationId: string): Promise<string[]> {
    return (await this.organizations.membersOf(organizationId)).map(({ personId }) => personId);
  }
}

/** @throws Error when the payload does not hold what the audience of its type names */
function idIn(event: EventEnvelope, whose: `payload.${string}`): string {
  const field = whose.slice('payload.'.length);
  const value = (event.payload as Readonly<Record<string, unknown>>)[field];
  if (!isId(value)) throw new Error(`Event ${event.type} carries no ${field}.`);
  return value;
}
