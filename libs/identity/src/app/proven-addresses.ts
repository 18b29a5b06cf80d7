import { Injectable } from '@nestjs/common';
import { newId, type Reads, type Transaction } from '#libs/platform/database';
import { AccountRepository } from '../data/account.repository.js';
import { PersonRepository } from '../data/person.repository.js';
import { EmailTaken } from '../domain/identity.errors.js';

export interface ProvenPerson {
  readonly email: string;
  /** See `Passwords.hash`: made before the transaction, since it takes its time. */
  readonly passwordHash: string;
  readonly displayName: string;
  /** BCP 47. */
  readonly language: string;
  /** IANA time zone. */
  readonly timeZone: string;
}

/** Accounts of people who have shown by other means than a confirmation mail that an address is theirs. */
@Injectable()
export class ProvenAddresses {
  constructor(
    private readonly persons: PersonRepository,
    private readonly accounts: AccountRepository,
  ) {}

  /** The person whose confirmed account has this address. */
  async personOf(reads: Reads, email: string): Promise<string | undefined> {
    const account = await this.accounts.byEmail(reads, email);
    return account?.state === 'active' ? account.personId : undefined;
  }

  /**
   * A confirmed account for the address, inside the unit of work that has seen the proof. A registration that was
   * never confirmed gives way. Errors: account/email-taken.
   */
  async register(tx: Transaction, person: ProvenPerson): Promise<{ personId: string }> {
    const { email, passwordHash, displayName, language, timeZone } = person;
    await this.accounts.lockEmail(tx, email);
    const known = await this.accounts.byEmail(tx, email);
    if (known && known.state !== 'pending') throw new EmailTaken();
    const personId = known?.personId ?? newId();
    if (known) {
      await this.accounts.replacePassword(tx, known.id, passwordHash);
      await this.accounts.activate(tx, known.id);
      await this.persons.update(tx, personId, { displayName, language, timeZone });
    } else {
      await this.persons.insert(tx, {
        id: personId,
        displayName,
        latinName: null,
        language,
        timeZone,
        demo: false,
      });
      await this.accounts.insert(tx, { id: newId(), personId, email, passwordHash, confirmed: true });
    }
    tx.audit({ action: 'person.register', entityType: 'person', entityId: personId });
    return { personId };
  }
}
