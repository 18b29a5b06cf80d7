import { FieldsClosed, ProposalNotEditable } from './proposal.errors.js';
import type { Proposal } from './proposal.js';
import { isWritable, publicState } from './proposal-states.js';

type Open = Pick<Proposal, 'state' | 'releasedAt' | 'reopenedFields'>;

/** @throws ProposalNotEditable 409, FieldsClosed 409: more was asked for, and `fields` are not among it */
export function assertOpen(proposal: Open, fields: readonly string[]): void {
  const { state, reopenedFields } = proposal;
  if (!isWritable(state)) throw new ProposalNotEditable(publicState(proposal));
  if (reopenedFields === null) return;
  const closed = fields.filter((field) => !isNamed(reopenedFields, field));
  if (closed.length > 0) throw new FieldsClosed(closed, reopenedFields);
}

/** True while sections may be written. */
export function areSectionsOpen({ state, reopenedFields }: Pick<Open, 'state' | 'reopenedFields'>): boolean {
  return (
    isWritable(state) &&
    (reopenedFields === null || reopenedFields.some((field) => /^sections(\/|$)/.test(field)))
  );
}

/** `answers` names all of them, `answers/<key>` one. */
export function isNamed(reopened: readonly string[], field: string): boolean {
  return reopened.includes(field) || reopened.includes(field.split('/')[0] ?? field);
}
