import type { EngagementRoom } from '../app/engagement-room.reader.js';
import type { SessionTimes } from '../app/session-times.reader.js';
import type { CaseNote } from '../domain/case-note.js';
import type { Deliverable } from '../domain/deliverable.js';
import type { Dispute } from '../domain/dispute.js';
import type { EngagementTerms } from '../domain/engagement.js';
import { balanceOf, type LedgerEntry, sumOf } from '../domain/ledger.js';
import type { EngagementSession } from '../domain/session.js';
import type { CaseNoteDraftResponse } from './case-note.dto.js';
import type { EngagementDeliverableResponse } from './deliverable.dto.js';
import type { EngagementDisputeResponse } from './dispute.dto.js';
import type { EngagementTermsResponse } from './engagement-response.dto.js';
import type { LedgerBalanceResponse, LedgerEntryResponse } from './ledger.dto.js';
import type { EngagementSessionResponse, SessionTimesResponse } from './session-response.dto.js';

export function toTerms(terms: EngagementTerms): EngagementTermsResponse {
  const { requestLanguage, goal, scope, sessions, feeMinor, taxMinor, currency } = terms;
  return { requestLanguage, goal, scope, sessions, feeMinor, taxMinor, currency };
}

export function toSession(
  session: EngagementSession,
  { side, abilities }: EngagementRoom,
): EngagementSessionResponse {
  const isOpen = session.state === 'proposed' || session.state === 'moved';
  return {
    id: session.id,
    state: session.state,
    agenda: session.agenda,
    language: session.language,
    lengthMinutes: session.lengthMinutes,
    place: session.place,
    slots: session.slots.map((slot) => slot.toISOString()),
    startsAt: session.startsAt?.toISOString() ?? null,
    proposedBySide: session.proposedBySide,
    absent: session.absent,
    endReason: session.endReason,
    minutes: session.minutes,
    minutesLanguage: session.minutesLanguage,
    heldMinutes: session.heldMinutes,
    minutesConfirmedAt: session.minutesConfirmedAt?.toISOString() ?? null,
    isConfirmedBySilence: session.minutesConfirmedAt !== null && session.minutesConfirmedBy === null,
    mayConfirm: isOpen && abilities.propose && session.proposedBySide !== side,
  };
}

export function toDeliverable(
  deliverable: Deliverable,
  { steps, files }: EngagementRoom,
): EngagementDeliverableResponse {
  const { id, title, dueDay, state, revisions } = deliverable;
  return {
    id,
    title,
    dueDay,
    state,
    revisions,
    steps: steps
      .filter(({ deliverableId }) => deliverableId === id)
      .map(({ verb, words, language, fileIds, at }) => ({
        verb,
        words,
        language,
        files: fileIds.flatMap((fileId) => {
          const file = files.get(fileId);
          return file ? [{ id: fileId, name: file.name, size: file.size, mediaType: file.mediaType }] : [];
        }),
        at: at.toISOString(),
      })),
  };
}

export function toEntry(entry: LedgerEntry, all: readonly LedgerEntry[]): LedgerEntryResponse {
  const { id, partyId, kind, reference, day, reversesId, reason, createdAt, postings } = entry;
  return {
    id,
    partyId,
    kind,
    reference,
    day,
    owedMinor: sumOf(postings.filter(({ account }) => account === 'owed')),
    reversesId,
    reason,
    isReversed: all.some((other) => other.reversesId === id),
    createdAt: createdAt.toISOString(),
  };
}

/** Of every payer whose entries the reader sees. */
export function toBalances({ parts, entries }: EngagementRoom): LedgerBalanceResponse[] {
  return [...parts.keys()]
    .map((partyId) => ({ partyId, own: entries.filter((entry) => entry.partyId === partyId) }))
    .filter(({ own }) => own.length > 0)
    .map(({ partyId, own }) => ({ partyId, ...balanceOf(own) }));
}

export function toDispute(dispute: Dispute): EngagementDisputeResponse {
  return {
    ...dispute,
    dueAt: dispute.dueAt.toISOString(),
    decidedAt: dispute.decidedAt?.toISOString() ?? null,
    createdAt: dispute.createdAt.toISOString(),
  };
}

export function toCaseNote(note: CaseNote): CaseNoteDraftResponse {
  const { title, question, answer, language, areas, tellsCountry } = note;
  return {
    title,
    question,
    answer,
    language,
    areas: [...areas],
    tellsCountry,
    hasConsultantConsent: note.consultantConsentAt !== null,
    hasRequesterConsent: note.requesterConsentAt !== null,
    publishedAt: note.publishedAt?.toISOString() ?? null,
  };
}

export function toTimes({ columns, rows, suggestions }: SessionTimes): SessionTimesResponse {
  return {
    columns: columns.map((column) => column.toISOString()),
    rows: rows.map((row) => ({
      ...row,
      isFree: [...row.isFree],
      holidays: row.holidays.map((holiday) => ({ ...holiday })),
    })),
    suggestions: suggestions.map(({ startsAt, strainMinutes }) => ({
      startsAt: startsAt.toISOString(),
      strainMinutes,
    })),
  };
}
