import { Injectable } from '@nestjs/common';
import { foldAnswers, type LearnedModel, promoted, replay, type Replay } from '#libs/matching';
import { Database, newId, type Transaction } from '#libs/platform/database';
import { LearningRepository } from '../../data/learning.repository.js';
import { MatchAnswerRepository } from '../../data/match-answer.repository.js';
import { IGNORED } from '../../domain/learning.js';
import { ModelsReader } from '../model/models.reader.js';
import { PastAnswers } from './past-answers.js';

/** What new answers would teach, and how well it foretells all that are known. */
export interface FoldedAnswers {
  readonly candidate: LearnedModel;
  readonly isBetter: boolean;
  readonly before: Replay;
  readonly after: Replay;
  readonly answerIds: readonly string[];
  readonly answersOf: ReadonlyMap<string, number>;
  /** Of what was known of organizations; those that are not here are of none yet. */
  readonly versionsOf: ReadonlyMap<string, number>;
}

/** Answers that are folded at once, and those that are foretold anew to judge the fold. */
const MOST_ANSWERS = 10_000;
const REPLAYED = 5_000;

/**
 * Folds the answers of the day into what is known of everybody and of each organization. What was learnt is used only
 * if it foretells past answers no worse, by error and by order; otherwise it is kept as refused and changes nothing.
 */
@Injectable()
export class FoldAnswers {
  constructor(
    private readonly database: Database,
    private readonly answers: MatchAnswerRepository,
    private readonly learning: LearningRepository,
    private readonly models: ModelsReader,
    private readonly past: PastAnswers,
  ) {}

  /** Reads and learns; writes nothing. */
  async prepare(): Promise<FoldedAnswers> {
    // First, so that whoever forgets while this is under way is seen to have done so.
    const versionsOf = await this.learning.versions(this.database);
    const fresh = await this.answers.unfolded(this.database, MOST_ANSWERS);
    const known = await this.answers.latest(this.database, REPLAYED);
    const corrections = await this.learning.corrections(this.database);
    const inUse = { ...(await this.models.learned()), organizations: Object.fromEntries(corrections) };
    const base = await this.models.base();
    const candidate = foldAnswers(inUse, await this.past.lessons(this.database, fresh, base));
    const judged = await this.past.lessons(this.database, known, base);
    const answersOf = new Map<string, number>();
    for (const { organizationId } of fresh) {
      answersOf.set(organizationId, (answersOf.get(organizationId) ?? 0) + 1);
    }
    return {
      candidate,
      isBetter: fresh.length > 0 && promoted(inUse, candidate, judged) === candidate,
      before: replay(inUse, judged),
      after: replay(candidate, judged),
      answerIds: fresh.map(({ id }) => id),
      answersOf,
      versionsOf,
    };
  }

  async write(tx: Transaction, folded: FoldedAnswers): Promise<void> {
    const { candidate, isBetter, answerIds, answersOf, versionsOf, before, after } = folded;
    await this.answers.insertIgnored(tx, IGNORED);
    if (answerIds.length > 0) {
      const version = await this.learning.nextVersion(tx);
      await this.learning.insertFold(tx, {
        model: { ...candidate, version },
        answers: answerIds.length,
        promoted: isBetter,
        replay: { before, after },
      });
      await this.answers.markFolded(tx, answerIds, version);
      if (isBetter) {
        const learned = [...answersOf].map(([id, answers]) => {
          const corrections = candidate.organizations[id] ?? {};
          return { id, answers, corrections, version: versionsOf.get(id) ?? 0 };
        });
        await this.learning.saveOrganizations(tx, learned);
      }
    }
    tx.emit('answers.folded', { aggregateType: 'matching-model', aggregateId: newId(), seq: 1 }, {});
  }
}
