import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, InvalidInput } from '#libs/kernel';
import { OrganizationsReader } from '#libs/organizations';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import type { StepWords } from '../domain/consulting-step.js';
import { LibraryCaseRepository } from '../data/library-case.repository.js';
import type { ConsultingRequest } from '../domain/consulting-request.js';
import { AnswerEmpty } from '../domain/consulting-request.errors.js';
import { ConsultingRequestAccess } from './consulting-request-access.js';
import { RequestMoves } from './request-moves.js';

/** What answers a request without an expert. */
export interface RequestAnswer {
  readonly caseId: string | null;
  /** A city that has solved it. */
  readonly cityId: string | null;
  readonly said: StepWords | null;
}

/**
 * The desk of the secretariat: takes a request, asks for what is missing, answers from what is known, or says no.
 *
 * @throws NotFound, WrongState 409, StaleVersion 412
 */
@Injectable()
export class TriageRequest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ConsultingRequestAccess,
    private readonly moves: RequestMoves,
    private readonly cases: LibraryCaseRepository,
    private readonly organizations: OrganizationsReader,
  ) {}

  /** Whoever takes it is seen by colleagues; the clock goes on as it was. */
  async take(actor: Actor, id: string, version?: number): Promise<ConsultingRequest> {
    return this.move(actor, id, (tx, request) => {
      const { dueAt, dueIsKnown, lateRounds } = request;
      const kept = { dueAt, dueIsKnown, lateRounds };
      return this.moves.make(tx, request, 'take', { version, triagePersonId: actor.personId, ...kept });
    });
  }

  async askInformation(
    actor: Actor,
    id: string,
    said: StepWords,
    version?: number,
  ): Promise<ConsultingRequest> {
    return this.move(actor, id, (tx, request) =>
      this.moves.make(tx, request, 'ask-information', { version, said, triagePersonId: actor.personId }),
    );
  }

  /** By a case of the library, by a city that knows, or by both. @throws AnswerEmpty 422, InvalidInput 422 */
  async answer(
    actor: Actor,
    id: string,
    answer: RequestAnswer,
    version?: number,
  ): Promise<ConsultingRequest> {
    const { caseId, cityId, said } = answer;
    if (caseId === null && cityId === null) throw new AnswerEmpty('/caseId');
    // A case speaks for itself, the name of a city does not.
    if (cityId !== null && said === null) throw new AnswerEmpty('/said');
    return this.move(actor, id, async (tx, request) => {
      await this.check(tx, answer);
      const marks = { answeredCaseId: caseId, answeredCityId: cityId, triagePersonId: actor.personId };
      return this.moves.make(tx, request, 'answer', { version, said, ...marks });
    });
  }

  async refuse(actor: Actor, id: string, said: StepWords, version?: number): Promise<ConsultingRequest> {
    return this.move(actor, id, (tx, request) =>
      this.moves.make(tx, request, 'refuse', { version, said, triagePersonId: actor.personId }),
    );
  }

  /** Says honestly that nobody can take it, and what was tried. */
  async leaveUnanswered(
    actor: Actor,
    id: string,
    said: StepWords,
    version?: number,
  ): Promise<ConsultingRequest> {
    return this.move(actor, id, (tx, request) =>
      this.moves.make(tx, request, 'leave-unanswered', { version, said, triagePersonId: actor.personId }),
    );
  }

  private async move(
    actor: Actor,
    id: string,
    work: (tx: Transaction, request: ConsultingRequest) => Promise<ConsultingRequest>,
  ): Promise<ConsultingRequest> {
    return this.unitOfWork.run(actor, async (tx) => work(tx, await this.access.lock(tx, 'triage', id)));
  }

  private async check(tx: Transaction, { caseId, cityId }: RequestAnswer): Promise<void> {
    const found = caseId === null ? undefined : await this.cases.find(tx, caseId);
    if (caseId !== null && found?.state !== 'published') throw unknownAt('/caseId');
    if (cityId === null) return;
    const city = (await this.organizations.cards([cityId], tx)).get(cityId);
    const isPeer = city?.kind === 'city' && city.state === 'active';
    if (!isPeer || cityId === actingOrganization(tx.actor).id) throw unknownAt('/cityId');
  }
}

function unknownAt(pointer: string): InvalidInput {
  return new InvalidInput([{ pointer, code: 'consulting-request/no-such-answer' }]);
}
