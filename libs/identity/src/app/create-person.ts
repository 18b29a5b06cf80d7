import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { newId, UnitOfWork } from '#libs/platform/database';
import { AccountRepository } from '../data/account.repository.js';
import { PersonRepository } from '../data/person.repository.js';
import { EmailTaken } from '../domain/identity.errors.js';
import { Passwords } from './passwords.js';

export interface CreatePersonInput {
  readonly email: string;
  readonly password: string;
  /** As the person writes it. */
  readonly displayName: string;
  readonly latinName?: string;
  /** BCP 47. */
  readonly language: string;
  /** IANA time zone. */
  readonly timeZone: string;
  /** Removed again by a demo reset. */
  readonly demo?: boolean;
}

/** Adds a person whose e-mail address needs no proof: by the demo, by staff. Errors: account/email-taken, auth/busy. */
@Injectable()
export class CreatePerson {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly persons: PersonRepository,
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
  ) {}

  async execute(actor: Actor, input: CreatePersonInput): Promise<{ personId: string }> {
    const passwordHash = await this.passwords.hash(input.password);
    return this.unitOfWork.run(actor, async (tx) => {
      await this.accounts.lockEmail(tx, input.email);
      if (await this.accounts.byEmail(tx, input.email)) throw new EmailTaken();
      const personId = newId();
      await this.persons.insert(tx, {
        id: personId,
        displayName: input.displayName,
        latinName: input.latinName ?? null,
        language: input.language,
        timeZone: input.timeZone,
        demo: input.demo ?? false,
      });
      const account = { id: newId(), personId, email: input.email, passwordHash, confirmed: true };
      await this.accounts.insert(tx, account);
      tx.audit({ action: 'person.create', entityType: 'person', entityId: personId });
      return { personId };
    });
  }
}
