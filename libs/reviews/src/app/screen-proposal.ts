import { Injectable } from '@nestjs/common';
import { CallMoves } from '#libs/calls';
import { type Actor, assertVersion, InvalidInput, WrongState } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { type Proposal, ProposalMoves } from '#libs/proposals';
import { PanelRepository } from '../data/panel.repository.js';
import type { DeskVerb } from '../domain/review.js';
import { type AssessedCall, DeskAccess } from './desk-access.js';

export type ScreeningVerb = Extract<DeskVerb, 'eligible' | 'not-eligible' | 'ask-more' | 'readmit'>;

export interface Screening {
  /** Of the rule that is not met; exactly with `not-eligible`. */
  readonly ruleNumber: number | null;
  /** What is opened again; exactly with `ask-more`, and then at least one. */
  readonly fields: readonly string[];
  /** For the proposing side. */
  readonly words: string | null;
  readonly language: string | null;
  /** Until when what is asked for is awaited. */
  readonly dueAt: Date | null;
}

/**
 * The desk looks whether a proposal may take part: by the numbered rules of the call, and by asking for what is
 * missing. With the first one the call is in review.
 *
 * @throws NotFound, WrongState 409, InvalidInput 422, StaleVersion 412
 */
@Injectable()
export class ScreenProposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: DeskAccess,
    private readonly panel: PanelRepository,
    private readonly moves: ProposalMoves,
    private readonly calls: CallMoves,
  ) {}

  async execute(
    actor: Actor,
    at: { callId: string; proposalId: string },
    verb: ScreeningVerb,
    screening: Screening,
    version?: number,
  ): Promise<Proposal> {
    const call = await this.access.desk(actor, at.callId);
    return this.unitOfWork.run(actor, async (tx) => {
      const proposal = await this.access.lockProposal(tx, at.callId, at.proposalId);
      check(call, verb, screening);
      await this.beginReviewing(tx, at.callId);
      if (proposal.state === 'submitted') await this.moves.screen(tx, proposal.id);
      const screened = await this.move(tx, proposal.id, verb, screening);
      // Asked last: an older version must not hide that the step was taken by somebody else.
      assertVersion(proposal.version, version);
      const { callId, organizationId } = call.terms;
      const place = { callId, stage: call.stage.key, proposalId: proposal.id };
      await this.panel.record(tx, place, organizationId, { verb, ...screening });
      return screened;
    });
  }

  private async move(
    tx: Transaction,
    id: string,
    verb: ScreeningVerb,
    { ruleNumber, fields, words: note, language, dueAt }: Screening,
  ): Promise<Proposal> {
    const words = { note, language };
    switch (verb) {
      case 'eligible':
        return this.moves.startReview(tx, id, words);
      case 'not-eligible':
        return this.moves.reject(tx, id, { ...words, code: String(ruleNumber) });
      case 'ask-more':
        return this.moves.askMore(tx, id, { ...words, fields, dueAt });
      case 'readmit':
        return this.moves.readmit(tx, id, words);
    }
  }

  /** Only the first finds the call closed; whether it may begin is the call's own affair. */
  private async beginReviewing(tx: Transaction, callId: string): Promise<void> {
    try {
      await this.calls.startReviewing(tx, callId);
    } catch (error) {
      const isBegun = error instanceof WrongState && error.options.extra?.state === 'reviewing';
      if (!isBegun) throw error;
    }
  }
}

/** @throws InvalidInput 422 */
function check({ terms }: AssessedCall, verb: ScreeningVerb, { ruleNumber, fields, words }: Screening): void {
  const isRule = terms.eligibility.some(({ number }) => number === ruleNumber);
  const wrong = [
    ...((verb === 'not-eligible') === isRule && (ruleNumber === null || isRule) ? [] : ['/ruleNumber']),
    ...((verb === 'ask-more') === fields.length > 0 ? [] : ['/fields']),
    ...(verb === 'ask-more' && !words ? ['/words'] : []),
  ];
  if (wrong.length > 0)
    throw new InvalidInput(wrong.map((pointer) => ({ pointer, code: 'review/wrong-screening' })));
}
