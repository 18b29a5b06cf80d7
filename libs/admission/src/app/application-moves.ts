import { Injectable } from '@nestjs/common';
import { nextState } from '#libs/kernel';
import type { EventSource, Transaction } from '#libs/platform/database';
import { ApplicationRepository, type MoveMarks } from '../data/application.repository.js';
import { type Application, applicationTransitions, type ApplicationVerb } from '../domain/application.js';

/** What is said with a step, and by whom when the system only carries it out. */
export interface StepWords {
  readonly reason?: string | null;
  /** BCP 47 of the reason. */
  readonly language?: string | null;
  readonly by?: { readonly personId: string; readonly organizationId: string };
}

/** The one way an application changes its state: by the table, with a line in its story and in the audit trail. */
@Injectable()
export class ApplicationMoves {
  constructor(private readonly applications: ApplicationRepository) {}

  /** @throws WrongState 409, StaleVersion 412 */
  async make(
    tx: Transaction,
    application: Application,
    verb: ApplicationVerb,
    words: StepWords = {},
    marks: MoveMarks = {},
  ): Promise<Application> {
    const to = nextState(applicationTransitions, application.state, verb);
    await this.applications.move(tx, application, to, marks);
    await this.applications.addStep(tx, {
      organizationId: application.organizationId,
      applicationId: application.id,
      verb,
      fromState: application.state,
      toState: to,
      reason: words.reason ?? null,
      language: words.language ?? null,
      actorId: words.by?.personId,
      actorOrganizationId: words.by?.organizationId,
    });
    tx.audit({
      action: `application.${verb}`,
      entityType: 'membership-application',
      entityId: application.id,
      organizationId: application.organizationId,
      fromState: application.state,
      toState: to,
    });
    return this.applications.get(tx, application.id);
  }
}

/** Events of an application belong to the applicant, whoever acts. */
export function sourceOf({ id, organizationId, version }: Application): EventSource {
  return { aggregateType: 'membership-application', aggregateId: id, seq: version, organizationId };
}
