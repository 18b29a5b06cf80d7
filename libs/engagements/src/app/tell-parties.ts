import type { DomainEvents, EngagementEvents } from '#libs/contracts';
import type { EventSource, Transaction } from '#libs/platform/database';
import { type Engagement, type Party, type Side, SIDES } from '../domain/engagement.js';
import type { EngagementSession } from '../domain/session.js';

type ToParty = Exclude<Extract<keyof EngagementEvents, `engagement.${string}`>, 'engagement.signed'>;
type PartOf =
  'deliverable.submitted' | 'deliverable.accepted' | 'deliverable.revision-asked' | 'deliverable.reminded';
type OfSides =
  PartOf | 'ledger-entry.recorded' | 'case-note.drafted' | 'case-note.published' | 'dispute.decided';
type ToSecretariat = 'dispute.raised' | 'dispute.overdue' | 'deliverable.unanswered';
type OfSession = Exclude<
  Extract<keyof EngagementEvents, `engagement-session.${string}`>,
  'engagement-session.minutes-confirmed'
>;

/** What an event is about, and whose organization stands behind it. */
function sourceOf(
  tx: Transaction,
  { id, version, requester }: Engagement,
  aggregate: { type: string; id: string } = { type: 'engagement', id },
): EventSource {
  return {
    aggregateType: aggregate.type,
    aggregateId: aggregate.id,
    seq: version,
    organizationId: tx.actor.organization?.id ?? requester.organizationId,
  };
}

/** Tells each of these organizations once. */
export function tellParties(
  tx: Transaction,
  type: ToParty,
  engagement: Engagement,
  parties: readonly Pick<Party, 'organizationId'>[],
): void {
  const source = sourceOf(tx, engagement);
  for (const toOrganizationId of new Set(parties.map(({ organizationId }) => organizationId))) {
    tx.emit(type, source, { toOrganizationId } satisfies DomainEvents[ToParty]);
  }
}

/** Tells one organization of a part of an engagement. */
export function tellOf(
  tx: Transaction,
  type: OfSides,
  engagement: Engagement,
  toOrganizationId: string,
  partId: string = engagement.id,
): void {
  const source = sourceOf(tx, engagement, { type: type.split('.')[0] ?? type, id: partId });
  tx.emit(type, source, { toOrganizationId, engagementId: engagement.id });
}

export function tellSecretariat(tx: Transaction, type: ToSecretariat, engagement: Engagement): void {
  tx.emit(type, sourceOf(tx, engagement), { engagementId: engagement.id });
}

/** That a party has signed: nobody else of its organization need do it. */
export function announceSignature(tx: Transaction, engagement: Engagement): void {
  tx.emit('engagement.signed', sourceOf(tx, engagement), {});
}

/** That the minutes of a session stand. */
export function announceMinutes(tx: Transaction, engagement: Engagement, sessionId: string): void {
  const source = sourceOf(tx, engagement, { type: 'engagement-session', id: sessionId });
  tx.emit('engagement-session.minutes-confirmed', source, { engagementId: engagement.id });
}

/** Tells the persons of these sides of a session. */
export function tellOfSession(
  tx: Transaction,
  type: OfSession,
  engagement: Engagement,
  session: Pick<EngagementSession, 'id'>,
  sides: readonly Side[] = SIDES,
): void {
  const source = sourceOf(tx, engagement, { type: 'engagement-session', id: session.id });
  for (const side of sides) {
    const { personId, organizationId } = engagement[side];
    tx.emit(type, source, {
      toPersonId: personId,
      toOrganizationId: organizationId,
      engagementId: engagement.id,
    });
  }
}
