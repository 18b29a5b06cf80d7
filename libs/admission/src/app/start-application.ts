import { Injectable } from '@nestjs/common';
import { PersonsReader } from '#libs/identity';
import type { Actor } from '#libs/kernel';
import { AddMember, CreateOrganization, foldName, OrganizationsReader } from '#libs/organizations';
import { newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { ApplicationRepository } from '../data/application.repository.js';
import { type Application, type ApplicantKind, applicationTransitions } from '../domain/application.js';
import { AlreadyApplying } from '../domain/application.errors.js';

export interface StartApplicationInput {
  readonly kind: ApplicantKind;
  /** In Latin script. */
  readonly name: string;
  readonly nameLocal?: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The member city it sits in. */
  readonly cityId?: string | null;
  /** BCP 47, of its people's work. */
  readonly languages?: readonly string[];
  readonly registrationNumber?: string | null;
  readonly website?: string | null;
  /** BCP 47 of what the applicant is going to write. */
  readonly language: string;
}

/**
 * A person begins to apply for an organization that is not in the network: it comes on record as an applicant, seen
 * by nobody else, with the person as its owner and a draft of the application. Whoever withdrew begins anew for the
 * same organization.
 *
 * @throws AlreadyApplying 409, organization/unknown-country 422
 */
@Injectable()
export class StartApplication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applications: ApplicationRepository,
    private readonly organizations: OrganizationsReader,
    private readonly createOrganization: CreateOrganization,
    private readonly addMember: AddMember,
    private readonly persons: PersonsReader,
  ) {}

  async execute(actor: Actor, input: StartApplicationInput): Promise<Application> {
    await this.createOrganization.check(input);
    const [account, slug, begun] = await Promise.all([
      this.persons.account(actor.personId),
      this.freeSlug(input.name),
      this.applicantOf(actor.personId),
    ]);
    return this.unitOfWork.run(actor, async (tx) => {
      // Two tabs of one person begin one application.
      await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 2))', [actor.personId]);
      if (await this.applications.isApplying(tx, actor.personId)) throw new AlreadyApplying();
      const organizationId = begun ?? (await this.newApplicant(tx, slug, input, account?.email ?? null));
      const id = newId();
      if (!(await this.applications.insert(tx, { id, organizationId, language: input.language })))
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

  private async newApplicant(
    tx: Transaction,
    slug: string,
    input: StartApplicationInput,
    email: string | null,
  ): Promise<string> {
    const { language: _, nameLocal, cityId, ...rest } = input;
    const { organizationId } = await this.createOrganization.within(tx, {
      ...rest,
      ...(nameLocal && { nameLocal }),
      ...(cityId && { cityId }),
      slug,
      state: 'applicant',
      emailDomain: email?.split('@').at(-1) ?? null,
    });
    const { personId } = tx.actor;
    await this.addMember.within(tx, { organizationId, personId, role: 'owner' });
    return organizationId;
  }

  /** The applicant that this person sits in already. */
  private async applicantOf(personId: string): Promise<string | undefined> {
    const seats = await this.organizations.membershipsOf(personId);
    const cards = await this.organizations.cards(seats.map(({ organizationId }) => organizationId));
    return seats.find(({ organizationId }) => cards.get(organizationId)?.state === 'applicant')
      ?.organizationId;
  }

  /** The name as an address, with a few characters behind it where it is taken. */
  private async freeSlug(name: string): Promise<string> {
    const plain = foldName(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60);
    const taken = plain === '' ? undefined : (await this.organizations.idsBySlugs([plain])).get(plain);
    if (plain !== '' && taken === undefined) return plain;
    return `${plain || 'applicant'}-${newId().slice(-6)}`;
  }
}
