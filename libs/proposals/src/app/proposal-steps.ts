import { Injectable } from '@nestjs/common';
import type { ProposalEvents } from '#libs/contracts';
import { assertVersion } from '#libs/kernel';
import type { EventSource, Transaction } from '#libs/platform/database';
import { CoeditedDocuments } from '#libs/platform/coediting';
import { defineJob, Timers } from '#libs/platform/queue';
import { type MoveMarks, ProposalRepository } from '../data/proposal.repository.js';
import { ProposalStepRepository } from '../data/proposal-step.repository.js';
import { DOCUMENT_KIND, SECTION_KEYS } from '../domain/dossier.js';
import { areSectionsOpen } from '../domain/open-fields.js';
import type { Proposal } from '../domain/proposal.js';
import { type ProposalState, proposalTransitions, type ProposalVerb } from '../domain/proposal-states.js';
import { HandedInContents } from './handed-in-contents.js';

/** Ends the waiting for what was asked for. */
export const END_WAITING = defineJob<{ proposalId: string }>({
  name: 'end-proposal-waiting',
  queue: 'default',
});

/** What comes with a step. */
export interface StepWords {
  /** The version the actor has seen, where it was said. */
  readonly version?: number | undefined;
  /** The number of the rule it is about. */
  readonly code?: string | null;
  /** For the proposing side; public with the step, a decision's with its release. */
  readonly note?: string | null;
  /** BCP 47 of the note. */
  readonly language?: string | null;
}

/** The events that carry nothing. */
type PlainEvent = {
  [Type in keyof ProposalEvents]: ProposalEvents[Type] extends Record<string, never> ? Type : never;
}[keyof ProposalEvents];

/** Steps that end a waiting without what was asked for. */
const WITHOUT: readonly ProposalVerb[] = ['lapse', 'readmit'];

const isPlain = (type: string | undefined): type is PlainEvent =>
  type !== undefined && !['proposal.submitted', 'proposal.supplied'].includes(type);

/** The one way a proposal changes its state: conditionally, with its story, audit trail, event and timer. */
@Injectable()
export class ProposalSteps {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly steps: ProposalStepRepository,
    private readonly documents: CoeditedDocuments,
    private readonly handedIn: HandedInContents,
  ) {}

  /** @throws StaleVersion 412 */
  async make(
    tx: Transaction,
    proposal: Proposal,
    [verb, toState]: readonly [ProposalVerb, ProposalState],
    { version, code = null, note = null, language = null }: StepWords = {},
    marks: MoveMarks = {},
  ): Promise<Proposal> {
    const { id: proposalId, state: fromState } = proposal;
    assertVersion(proposal.version, version);
    const current = WITHOUT.includes(verb) ? await this.handedIn.putBack(tx, proposal) : proposal;
    await this.proposals.move(tx, current, toState, marks);
    const moved = await this.proposals.get(tx, proposalId);
    const { reopenedFields: fields = null, dueAt = null } = marks;
    await this.steps.add(tx, { proposalId, verb, fromState, toState, code, note, language, fields, dueAt });
    await this.follow(tx, moved);
    await this.openSections(tx, moved);
    auditStep(tx, moved, verb, fromState);
    const event = proposalTransitions.transitions[verb].event;
    if (isPlain(event)) tx.emit(event, sourceOf(moved), {});
    return moved;
  }

  /** Makes a decision public; the state stays. */
  async release(tx: Transaction, proposal: Proposal): Promise<Proposal> {
    const { id: proposalId, state } = proposal;
    await this.proposals.release(tx, proposal);
    const released = await this.proposals.get(tx, proposalId);
    const nothing = { code: null, note: null, language: null, fields: null, dueAt: null };
    await this.steps.add(tx, { proposalId, verb: 'release', fromState: state, toState: state, ...nothing });
    auditStep(tx, released, 'release', state);
    tx.emit('proposal.released', sourceOf(released), {});
    return released;
  }

  /** Its sections are written while its people may write them, and at no other time. */
  private async openSections(tx: Transaction, proposal: Proposal): Promise<void> {
    if (!areSectionsOpen(proposal)) await this.documents.seal(tx, DOCUMENT_KIND, proposal.id);
    else if (!(await this.documents.unseal(tx, DOCUMENT_KIND, proposal.id))) {
      await this.documents.create(tx, DOCUMENT_KIND, proposal.id, SECTION_KEYS);
    }
  }

  private async follow(tx: Transaction, { id, dueAt }: Proposal): Promise<void> {
    const key = `proposal-waiting:${id}`;
    if (dueAt === null) await Timers.drop(tx, key);
    else await Timers.set(tx, END_WAITING, { key, dueAt, payload: { proposalId: id } });
  }
}

/** The trail belongs to the organization that leads it, whoever acts. */
function auditStep(
  tx: Transaction,
  { id, organizationId, state }: Proposal,
  verb: string,
  fromState: string,
): void {
  const action = `proposal.${verb}`;
  tx.audit({ action, entityType: 'proposal', entityId: id, organizationId, fromState, toState: state });
}

/** Events of a proposal belong to the organization that leads it, whoever acts. */
export function sourceOf({ id, organizationId, version }: Proposal): EventSource {
  return { aggregateType: 'proposal', aggregateId: id, seq: version, organizationId };
}
