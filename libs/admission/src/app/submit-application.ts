import { Injectable } from '@nestjs/common';
import { type Actor, assertVersion, nextState } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { FindingRepository } from '../data/finding.repository.js';
import { type Application, applicationTransitions } from '../domain/application.js';
import { ApplicationAccess } from './application-access.js';
import { ApplicationMoves, sourceOf } from './application-moves.js';
import { Entry } from './entry.js';
import { SubmissionGuards } from './submission-guards.js';

/**
 * Sends an application. Duplicates are looked for and flagged; then the recommender is asked, or the entry proposal
 * is handed in and waits for its reviewers.
 *
 * @throws NotFound, WrongState, EmailNotConfirmed 409, ApplicationIncomplete, RecommenderRefused,
 * ProposalIncomplete 422, StaleVersion 412
 */
@Injectable()
export class SubmitApplication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ApplicationAccess,
    private readonly guards: SubmissionGuards,
    private readonly moves: ApplicationMoves,
    private readonly findings: FindingRepository,
    private readonly entry: Entry,
  ) {}

  async execute(actor: Actor, id: string, version?: number): Promise<Application> {
    const seen = await this.access.load(actor, 'submit', id);
    nextState(applicationTransitions, seen.state, 'submit');
    const findings = await this.guards.check(actor, seen);
    return this.unitOfWork.run(actor, async (tx) => {
      const draft = await this.access.lock(tx, 'submit', id);
      // What the guards saw is what is sent.
      assertVersion(draft.version, version ?? seen.version);

      const submitted = await this.moves.make(tx, draft, 'submit', {}, { submitted: true });
      await this.findings.replace(tx, id, findings);
      tx.emit('application.submitted', sourceOf(submitted), {});
      return this.entry.open(tx, submitted);
    });
  }
}
