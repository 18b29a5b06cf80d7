import type { Actor } from '#libs/kernel';
import type { CaseNote } from './case-note.js';
import { hasConsented } from './case-note.js';
import { type Engagement, nextToSign, type Party, type PartySide, type Side, SIDES } from './engagement.js';
import { isOver, isWorking } from './engagement-states.js';

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

export function abilitiesFor(
  actor: Actor,
  { engagement, parties, note }: { engagement: Engagement; parties: readonly Party[]; note: CaseNote | null },
): EngagementAbilities {
  const standing = standingOf(actor, parties);
  const works = actor.permissions.has('engagement.work');
  const side = works ? sideOf(standing) : null;
  const { state } = engagement;
  const working = side !== null && isWorking(state);
  const isDue = nextToSign(parties).some(({ organizationId }) => organizationId === actor.organization?.id);
  const isSettled = state === 'accepted' || state === 'closed';
  const noteIsOpen = isSettled && !engagement.isConfidential && note?.publishedAt == null;
  return {
    sign: state === 'agreement' && isDue && maySign(actor),
    cancel: side !== null && state === 'agreement',
    propose: working,
    writeMinutes: side === 'consultant' && working,
    confirmMinutes: side === 'requester' && state !== 'disputed' && !isOver(state),
    submit: side === 'consultant' && (state === 'in_progress' || state === 'revision'),
    answer: side === 'requester' && working,
    rate: side !== null && state === 'accepted',
    record: side === 'consultant' && (working || isSettled),
    dispute: side !== null && (working || state === 'accepted'),
    decide: standing.isStaff && state === 'disputed' && actor.permissions.has('engagement.arbitrate'),
    draftNote: side === 'consultant' && noteIsOpen,
    consentToNote: side !== null && noteIsOpen && note !== null && !hasConsented(note, side),
  };
}
