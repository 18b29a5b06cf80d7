import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { ApplicationRepository } from '../data/application.repository.js';
import { anewFrom, type Application, applicationTransitions } from '../domain/application.js';
import { AlreadyApplying, RejectedRecently } from '../domain/application.errors.js';
import { type Applicant, type ApplicantInput, Applicants } from './applicants.js';
import { ApplicationMoves } from './application-moves.js';

export interface StartApplicationInput extends ApplicantInput {
  /** BCP 47 of what the applicant is going to write. */
  readonly language: string;
}

/**
 * A person begins to apply for an organization that is not in the network: it comes on record as an applicant, seen
 * by nobody else, with the person as its owner and a draft of the application. Whoever withdrew, or was rejected long
 * enough ago, begins anew for the same organization.
 *
 * @throws AlreadyApplying, RejectedRecently 409, organization/unknown-country 422
 */
@Injectable()
export class StartApplication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applications: ApplicationRepository,
    private readonly applicants: Applicants,
    private readonly moves: ApplicationMoves,
  ) {}

  async execute(actor: Actor, { language, ...input }: StartApplicationInput): Promise<Application> {
    const applicant = await this.applicants.prepare(actor.personId, input);
    return this.unitOfWork.run(actor, async (tx) => {
      // Two tabs of one person begin one application.
      await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 2))', [actor.personId]);
      await this.giveWay(tx, applicant.begun);
      if (await this.applications.isApplying(tx, actor.personId)) throw new AlreadyApplying();
      const organizationId =
        applicant.begun?.organizationId ?? (await this.applicants.add(tx, applicant, input));
      const id = newId();
      if (!(await this.applications.insert(tx, { id, organizationId, language })))
        throw new AlreadyApplying();
      await this.applications.addStep(tx, {
        ...{ organizationId, applicationId: id, verb: 'start', reason: null, language: null },
        ...{ fromState: null, toState: applicationTransitions.initial },
        actorOrganizationId: organizationId,
      });
      tx.audit({
        action: 'application.create',
        entityType: 'membership-application',
        entityId: id,
        organizationId,
        toState: applicationTransitions.initial,
      });
      return this.applications.get(tx, id);
    });
  }

  /** An application that was rejected makes room for a new one, and with it goes the appeal. */
  private async giveWay(tx: Transaction, begun: Applicant['begun']): Promise<void> {
    if (!begun?.isOwner) return;
    const rejected = await this.applications.lockRejected(tx, begun.organizationId);
    if (!rejected) return;
    if (!rejected.mayGiveWay) throw new RejectedRecently(anewFrom(rejected));
    await this.moves.make(tx, rejected, 'begin-anew');
  }
}
