import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { permissionsOf } from '#libs/contracts';
import { CreatePerson, UpdatePerson } from '#libs/identity';
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
    private readonly updatePerson: UpdatePerson,
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
      if (seat.discoverable) await this.letBeFound(personId, language);
      accounts.push({ role: seat.role, email, password, organization: organization.name });
    }
    return accounts;
  }

  /** As the person would do it in their account. */
  private async letBeFound(personId: string, language: string): Promise<void> {
    const languages = language === 'en' ? ['en'] : [language, 'en'];
    const itself = { ...systemActor(DEMO_REQUEST), personId };
    await this.updatePerson.execute(itself, 1, { languages, workingHours: OFFICE_HOURS, discoverable: true });
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

const OFFICE_HOURS = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '18:00' }));

export const DEMO_REQUEST = 'demo-load';

/** An officer of the secretariat. */
export function officerOf(organizationId: string): Actor {
  return {
    ...systemActor(DEMO_REQUEST),
    organization: { id: organizationId, kind: 'secretariat', role: 'officer', signatory: false },
    permissions: new Set(permissionsOf('secretariat', 'officer')),
  };
}
