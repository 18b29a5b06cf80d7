import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, WrongState } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { answerVerb, type Application } from '../domain/application.js';
import { ApplicationAccess } from './application-access.js';
import { ApplicationMoves, sourceOf, type StepWords } from './application-moves.js';

/** Words of the applicant with the language they are in. */
export interface Said {
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
}

/**
 * The applicant answers what the secretariat asked; the application goes back to where the question came from.
 *
 * @throws NotFound, WrongState 409, StaleVersion 412
 */
@Injectable()
export class AnswerQuestion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ApplicationAccess,
    private readonly moves: ApplicationMoves,
  ) {}

  async execute(actor: Actor, id: string, said: Said, version?: number): Promise<Application> {
    return this.unitOfWork.run(actor, async (tx) => {
      const application = await this.access.lock(tx, 'answer', id);
      const { askedFrom, state } = application;
      if (askedFrom === null) throw new WrongState('application', 'answer', state);
      assertVersion(application.version, version);

      const answered = await this.moves.make(tx, application, answerVerb(askedFrom), wordsOf(said));
      tx.emit('application.answered', sourceOf(answered), {});
      return answered;
    });
  }
}

export function wordsOf({ text, language }: Said): StepWords {
  return { reason: text, language };
}
