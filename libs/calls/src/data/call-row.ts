import type { Call, StageWindow } from '../domain/call.js';
import { wholeContent } from '../domain/call-content.js';

/** Columns of a call as they come from the database; times inside `window` are texts. */
export type CallRow = Omit<Call, 'window'> & {
  stageKey: StageWindow['key'] | null;
  stageOpensAt: Date | null;
  stageClosesAt: Date | null;
};

/** The stage that is open, else the next to open; by the clock of the database. */
const WINDOW = `
  left join lateral (
    select s.key, s.opens_at, s.closes_at from call_stage s
    where s.call_id = c.id and s.closes_at > now() and c.state in ('published', 'open', 'closed', 'reviewing')
    order by s.opens_at limit 1) w on true`;

export const CALL_COLUMNS = `
  c.id, c.organization_id as "organizationId", c.created_by as "createdBy", c.state, c.version, c.number,
  c.content, c.created_at as "createdAt", c.updated_at as "updatedAt", c.state_since as "stateSince",
  c.published_at as "publishedAt", w.key as "stageKey", w.opens_at as "stageOpensAt",
  w.closes_at as "stageClosesAt", coalesce(w.opens_at <= now(), false) as "isOpen"`;

export const FROM_CALL = `from call c ${WINDOW}`;

/** Whole calls, `c`, with the stage that counts, `w`. */
export const SELECT_CALL = `select ${CALL_COLUMNS} ${FROM_CALL}`;

export function toCall(row: CallRow): Call {
  const { stageKey, stageOpensAt, stageClosesAt, ...call } = row;
  const window =
    stageKey && stageOpensAt && stageClosesAt
      ? { key: stageKey, opensAt: stageOpensAt, closesAt: stageClosesAt }
      : null;
  return { ...call, content: wholeContent(call.content), window };
}
