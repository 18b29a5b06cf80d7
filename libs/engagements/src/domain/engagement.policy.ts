import type { Actor } from '#libs/kernel';
import type { CaseNote } from './case-note.js';
import { hasConsented } from './case-note.js';
import { type Engagement, nextToSign, type Party, type PartySide, type Side, SIDES } from './engagement.js';
import { type EngagementState, isWorking } from './engagement-states.js';

/** How the acting organization stands to an engagement: as which parties, or as the secretariat. */
export interface Standing {
  readonly sides: readonly PartySide[];
  readonly isStaff: boolean;
}

/** What the reader may do next; screens show these and derive nothing themselves. */
export interface EngagementAbilities {
  readonly sign: boolean;
  readonly cancel: boolean;
  readonly propose: boolean;
  readonly writeMinutes: boolean;
  readonly confirmMinutes: boolean;
  readonly submit: boolean;
  readonly answer: boolean;
  readonly rate: boolean;
  readonly record: boolean;
  readonly dispute: boolean;
  readonly decide: boolean;
  readonly draftNote: boolean;
  readonly consentToNote: boolean;
}

export function standingOf(actor: Actor, parties: readonly Party[]): Standing {
  const own = parties.filter(({ organizationId }) => organizationId === actor.organization?.id);
  return { sides: own.map(({ side }) => side), isStaff: actor.organization?.kind === 'secretariat' };
}

/** Parties and the secretariat; everybody else learns not even that it exists. */
export function mayRead(actor: Actor, { sides, isStaff }: Standing): boolean {
  return actor.permissions.has('engagement.read') && (isStaff || sides.length > 0);
}

/** The side the actor works on; null for who only bears cost, or arbitrates. */
export function sideOf({ sides }: Standing): Side | null {
  return SIDES.find((side) => sides.includes(side)) ?? null;
}

/** Who signs binds the organization: its owner, or whoever it marked as signatory. */
export function maySign(actor: Actor): boolean {
  const { organization, permissions } = actor;
  if (!organization || !permissions.has('engagement.sign')) return false;
  return organization.signatory || organization.role === 'owner' || organization.role === 'administrator';
}

interface Seen {
  readonly engagement: Engagement;
  readonly parties: readonly Party[];
  readonly note: CaseNote | null;
}

export function abilitiesFor(actor: Actor, seen: Seen): EngagementAbilities {
  const { state } = seen.engagement;
  const standing = standingOf(actor, seen.parties);
  const isDue = nextToSign(seen.parties).some(
    ({ organizationId }) => organizationId === actor.organization?.id,
  );
  const side = actor.permissions.has('engagement.work') ? sideOf(standing) : null;
  return {
    ...(side === null ? NOTHING : abilitiesOf(side, seen)),
    sign: state === 'agreement' && isDue && maySign(actor),
    decide: standing.isStaff && state === 'disputed' && actor.permissions.has('engagement.arbitrate'),
  };
}

const NOTHING: Omit<EngagementAbilities, 'sign' | 'decide'> = {
  cancel: false,
  propose: false,
  writeMinutes: false,
  confirmMinutes: false,
  submit: false,
  answer: false,
  rate: false,
  record: false,
  dispute: false,
  draftNote: false,
  consentToNote: false,
};

/** What one of the two who work together may do. */
function abilitiesOf(side: Side, seen: Seen): Omit<EngagementAbilities, 'sign' | 'decide'> {
  const { state } = seen.engagement;
  const isWork = isWorking(state);
  const isWorkOrSettled = isWork || isSettled(state);
  const isConsultant = side === 'consultant';
  return {
    cancel: state === 'agreement',
    propose: isWork,
    writeMinutes: isConsultant && isWork,
    confirmMinutes: !isConsultant && isWorkOrSettled,
    submit: isConsultant && isWork,
    answer: !isConsultant && isWork,
    rate: state === 'accepted',
    record: isConsultant && isWorkOrSettled,
    dispute: isWork || state === 'accepted',
    ...noteAbilitiesOf(side, seen),
  };
}

/** Of a case note, once the work is done and until it is published. */
function noteAbilitiesOf(
  side: Side,
  { engagement, note }: Seen,
): Pick<EngagementAbilities, 'draftNote' | 'consentToNote'> {
  const isOpen = isSettled(engagement.state) && !engagement.isConfidential && !note?.publishedAt;
  return {
    draftNote: isOpen && side === 'consultant',
    consentToNote: isOpen && note !== null && !hasConsented(note, side),
  };
}

function isSettled(state: EngagementState): boolean {
  return state === 'accepted' || state === 'closed';
}
