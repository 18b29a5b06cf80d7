import { Injectable } from '@nestjs/common';
import { nextState, NotFound, WrongState } from '#libs/kernel';
import type { Transaction } from '#libs/platform/database';
import { LetterRepository } from '../data/letter.repository.js';
import { PartnerRepository } from '../data/partner.repository.js';
import { type MoveMarks, ProposalRepository } from '../data/proposal.repository.js';
import type { Proposal } from '../domain/proposal.js';
import {
  DECISION_VERBS,
  isDecided,
  type ProposalDecision,
  proposalTransitions,
  type ProposalVerb,
} from '../domain/proposal-states.js';
import { type StepWords, ProposalSteps, sourceOf } from './proposal-steps.js';

/** Names what the proposing side may change, and until when. */
export interface AskedFor extends StepWords {
  /** Top-level fields (`summary`), or `answers/<key>`, `sections/<key>`, `annexes`, `letters`. */
  readonly fields: readonly string[];
  /** When the waiting ends by itself; null: it does not. */
  readonly dueAt: Date | null;
}

/**
 * The steps of an assessment, for the features that assess: part of the caller's unit of work, which has decided that
 * its actor may take them. Each locks the row, changes it only from a state the table names, and writes story, audit
 * row and event. All throw NotFound, WrongState 409 with the current state, and StaleVersion 412 where a version is
 * sent.
 */
@Injectable()
export class ProposalMoves {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly partners: PartnerRepository,
    private readonly letters: LetterRepository,
    private readonly steps: ProposalSteps,
  ) {}

  /** The proposal, locked until `tx` ends. */
  async lock(tx: Transaction, id: string): Promise<Proposal> {
    const proposal = await this.proposals.lockAny(tx, id);
    if (!proposal) throw new NotFound();
    return proposal;
  }

  async screen(tx: Transaction, id: string, words?: StepWords): Promise<Proposal> {
    return this.step(tx, id, 'screen', words);
  }

  /** Reopens the named fields only. */
  async askMore(tx: Transaction, id: string, { fields, dueAt, ...words }: AskedFor): Promise<Proposal> {
    return this.step(tx, id, 'ask-more', words, { reopenedFields: fields, dueAt });
  }

  /** Goes on with the screening: without what was asked for, or of one that had been found not eligible. */
  async readmit(tx: Transaction, id: string, words?: StepWords): Promise<Proposal> {
    return this.step(tx, id, 'readmit', words);
  }

  /** Not eligible by the rule with the number `code`; public once it is released. */
  async reject(tx: Transaction, id: string, words: StepWords): Promise<Proposal> {
    return this.step(tx, id, 'reject', words);
  }

  async startReview(tx: Transaction, id: string, words?: StepWords): Promise<Proposal> {
    return this.step(tx, id, 'start-review', words);
  }

  async discuss(tx: Transaction, id: string, words?: StepWords): Promise<Proposal> {
    return this.step(tx, id, 'discuss', words);
  }

  /** Reopens everything until `dueAt`. */
  async requestRevision(
    tx: Transaction,
    id: string,
    { dueAt, ...words }: StepWords & { dueAt: Date },
  ): Promise<Proposal> {
    return this.step(tx, id, 'request-revision', words, { dueAt });
  }

  async readyForDecision(tx: Transaction, id: string, words?: StepWords): Promise<Proposal> {
    return this.step(tx, id, 'make-ready', words);
  }

  /** Undisclosed until {@link release}, unless its earlier place on the waiting list was public. */
  async decide(tx: Transaction, id: string, decision: ProposalDecision, words: StepWords): Promise<Proposal> {
    const decided = await this.step(tx, id, DECISION_VERBS[decision], words);
    if (decided.releasedAt === null) return decided;
    tx.emit('proposal.released', sourceOf(decided), {});
    await this.tellOthers(tx, decided);
    return decided;
  }

  /** Opens a decision again that is not public yet. */
  async takeBack(tx: Transaction, id: string, words?: StepWords): Promise<Proposal> {
    return this.step(tx, id, 'take-back', words);
  }

  /** The conditions of a public conditional acceptance are met: it is accepted, and everybody is told so. */
  async fulfil(tx: Transaction, id: string, words?: StepWords): Promise<Proposal> {
    const { state, releasedAt } = await this.lock(tx, id);
    if (releasedAt === null) throw new WrongState('proposal', 'fulfil', state);
    const accepted = await this.step(tx, id, 'fulfil', words);
    tx.emit('proposal.released', sourceOf(accepted), {});
    await this.tellOthers(tx, accepted);
    return accepted;
  }

  /** Makes a decision public, once: told to the lead, its partners and the cities that support it. */
  async release(tx: Transaction, id: string): Promise<Proposal> {
    const proposal = await this.lock(tx, id);
    if (!isDecided(proposal.state) || proposal.releasedAt !== null) {
      throw new WrongState('proposal', 'release', proposal.state);
    }
    const released = await this.steps.release(tx, proposal);
    await this.tellOthers(tx, released);
    return released;
  }

  /** A concept that was accepted, publicly, becomes the draft of the full proposal. */
  async advance(tx: Transaction, id: string, words?: StepWords): Promise<Proposal> {
    const proposal = await this.lock(tx, id);
    if (proposal.call?.stage !== 'concept' || proposal.releasedAt === null) {
      throw new WrongState('proposal', 'advance', proposal.state);
    }
    return this.step(tx, id, 'advance', words, { stage: 'full' });
  }

  private async step(
    tx: Transaction,
    id: string,
    verb: ProposalVerb,
    words?: StepWords,
    marks?: MoveMarks,
  ): Promise<Proposal> {
    const proposal = await this.lock(tx, id);
    const state = nextState(proposalTransitions, proposal.state, verb);
    const isUndone = verb === 'take-back' || verb === 'readmit';
    if (proposal.call === null || (isUndone && proposal.releasedAt !== null)) {
      throw new WrongState('proposal', verb, proposal.state);
    }
    return this.steps.make(tx, proposal, [verb, state], words, marks);
  }

  private async tellOthers(tx: Transaction, proposal: Proposal): Promise<void> {
    const partners = await this.partners.of(tx, [proposal.id]);
    const letters = await this.letters.of(tx, proposal.id);
    const told = new Set([
      ...partners.filter(({ state }) => state === 'accepted').map(({ organizationId }) => organizationId),
      ...letters.filter(({ state }) => state === 'given').map(({ organizationId }) => organizationId),
    ]);
    for (const toOrganizationId of told)
      tx.emit('proposal.outcome-told', sourceOf(proposal), { toOrganizationId });
  }
}
