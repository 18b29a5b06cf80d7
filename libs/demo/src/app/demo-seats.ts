import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { permissionsOf } from '#libs/contracts';
import { CreatePerson } from '#libs/identity';
import { type Actor, SYSTEM_PERSON, systemActor } from '#libs/kernel';
import { AddMember } from '#libs/organizations';
import { DEMO_SEATS, demoAddress } from '../domain/demo-accounts.js';
import type { DemoAccount } from '../domain/demo-report.js';

export interface SeatedOrganization {
  id: string;
  slug: string;
  name: string;
  kind: string;
}

/** Persons who can sign in, and who acts where nobody can. */
@Injectable()
export class DemoSeats {
  constructor(
    private readonly createPerson: CreatePerson,
    private readonly addMember: AddMember,
  ) {}

  /** Gives every seat a person with a random password. Answers the accounts, in the order of the seats. */
  async fill(organizations: ReadonlyMap<string, SeatedOrganization>): Promise<DemoAccount[]> {
    const accounts: DemoAccount[] = [];
    for (const seat of DEMO_SEATS) {
      const organization = organizations.get(seat.organization);
      if (!organization) throw new Error(`The demo has no organization ${seat.organization}.`);
      const email = demoAddress(seat.organization);
      const password = randomBytes(15).toString('base64url');
      const { displayName, latinName, language, timeZone } = seat;
      const person = { email, password, displayName, latinName, language, timeZone, demo: true };
      const { personId } = await this.createPerson.execute(systemActor(DEMO_REQUEST), person);
      await this.addMember.execute(systemActor(DEMO_REQUEST), {
        organizationId: organization.id,
        personId,
        role: seat.membershipRole,
        signatory: seat.membershipRole === 'owner' && organization.kind === 'city',
      });
      accounts.push({ role: seat.role, email, password, organization: organization.name });
    }
    return accounts;
  }

  /** Somebody who may do for `organization` what its owner may. */
  actorFor(organization: SeatedOrganization): Actor {
    return {
      ...systemActor(DEMO_REQUEST),
      personId: SYSTEM_PERSON,
      organization: { id: organization.id, kind: organization.kind, role: 'owner', signatory: true },
      permissions: new Set(permissionsOf(organization.kind, 'owner')),
    };
  }
}

export const DEMO_REQUEST = 'demo-load';
