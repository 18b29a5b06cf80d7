import type { EngagementEvents, EventEnvelope } from '#libs/contracts';
import type { NoticeFacts } from './notice.js';
import { type NoticeRule, urgent, waiting } from './notice-rule.js';

type EngagementRules = { readonly [Type in keyof EngagementEvents]: NoticeRule<Type> | 'silent' };
type OfWhole = Exclude<Extract<keyof EngagementEvents, `engagement.${string}`>, 'engagement.signed'>;
type OfSession = Exclude<
  Extract<keyof EngagementEvents, `engagement-session.${string}`>,
  'engagement-session.minutes-confirmed'
>;
type OfPart = Exclude<keyof EngagementEvents, `engagement.${string}` | `engagement-session.${string}`>;

/** What happens to a part is told of the engagement: its room shows the part. The other side is who did it. */
const ofPart = ({ payload, organizationId }: EventEnvelope<OfPart | OfSession>): NoticeFacts => ({
  object: { type: 'engagement', id: payload.engagementId },
  counterpartId: organizationId,
});
const ofWhole = ({ aggregateId, organizationId }: EventEnvelope): NoticeFacts => ({
  object: { type: 'engagement', id: aggregateId },
  counterpartId: organizationId,
});

/** `mail`: something waits for an answer, or must not be missed. */
function whole(mail: boolean): NoticeRule<OfWhole> {
  return { notice: true, mail, receipt: false, leadsTo: 'engagements', facts: ofWhole };
}

function part(mail: boolean): NoticeRule<OfPart> {
  return { notice: true, mail, receipt: false, leadsTo: 'engagements', facts: ofPart };
}

/** Who did it is told as well where a calendar entry is enclosed. */
function session(mail: boolean, receipt = false): NoticeRule<OfSession> {
  return {
    notice: true,
    mail,
    receipt,
    leadsTo: 'engagements',
    onBehalfOf: ({ payload }) => payload.toOrganizationId,
    facts: ofPart,
  };
}

export const ENGAGEMENT_RULES: EngagementRules = {
  'engagement.started': whole(true),
  'engagement.signature-due': waiting(whole(true)),
  'engagement.signed': 'silent',
  'engagement.begun': whole(true),
  'engagement.lapsed': whole(true),
  'engagement.cancelled': whole(true),
  'engagement.accepted': whole(true),
  'engagement.closed': whole(true),
  'engagement.disputed': whole(true),
  'dispute.raised': waiting(part(true)),
  'dispute.overdue': waiting(part(true)),
  'dispute.decided': part(true),
  'engagement-session.proposed': waiting(session(true)),
  'engagement-session.confirmed': session(true, true),
  'engagement-session.moved': urgent(session(true, true)),
  'engagement-session.cancelled': urgent(session(true, true)),
  'engagement-session.reminded': urgent(session(true, true)),
  'engagement-session.missed': session(false),
  'engagement-session.minutes-written': waiting(session(true)),
  'engagement-session.minutes-confirmed': 'silent',
  'deliverable.submitted': waiting(part(true)),
  'deliverable.accepted': part(true),
  'deliverable.revision-asked': waiting(part(true)),
  'deliverable.reminded': waiting(part(true)),
  'deliverable.unanswered': waiting(part(true)),
  'ledger-entry.recorded': part(false),
  'case-note.drafted': waiting(part(true)),
  'case-note.published': part(false),
};
