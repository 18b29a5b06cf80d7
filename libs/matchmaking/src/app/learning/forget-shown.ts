import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { MatchAnswerRepository } from '../../data/match-answer.repository.js';
import { MatchingInputRepository } from '../../data/matching-input.repository.js';
import { KEPT_DAYS } from '../../domain/retention.js';

/** Forgets what was shown long ago, and what no score that is kept was computed from. Any match can still be replayed. */
@Injectable()
export class ForgetShown {
  constructor(
    private readonly answers: MatchAnswerRepository,
    private readonly inputs: MatchingInputRepository,
  ) {}

  async execute(tx: Transaction): Promise<{ readonly shown: number; readonly inputs: number }> {
    const shown = await this.answers.forgetShown(tx, KEPT_DAYS.shown);
    const inputs = await this.inputs.forgetUnused(tx, KEPT_DAYS.unusedInputs);
    return { shown, inputs };
  }
}
