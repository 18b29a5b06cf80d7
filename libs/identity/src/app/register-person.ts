import { Injectable } from '@nestjs/common';
import { systemActor } from '#libs/kernel';
import { FailureThrottle, TooManyFailures } from '#libs/platform/auth';
import { newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { AccountRepository } from '../data/account.repository.js';
import { PersonRepository } from '../data/person.repository.js';
import { foldEmail } from '../domain/email.js';
import { EmailConfirmations } from './email-confirmations.js';
import { Passwords } from './passwords.js';

const MAILS_IN_15_MINUTES = 5;

export interface RegisterPersonInput {
  readonly email: string;
  readonly password: string;
  readonly displayName: string;
  readonly language: string;
  readonly timeZone: string;
}

/**
 * A visitor asks for an account. Nothing the visitor sees tells whether the address has one: a confirmed
 * account is left alone after the same hashing. While an account is unconfirmed, its newest registration
 * counts: earlier passwords and links are void. Errors: auth/busy.
 */
@Injectable()
export class RegisterPerson {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly persons: PersonRepository,
    private readonly accounts: AccountRepository,
    private readonly confirmations: EmailConfirmations,
    private readonly passwords: Passwords,
    private readonly throttle: FailureThrottle,
  ) {}

  async execute(requestId: string, input: RegisterPersonInput): Promise<void> {
    const passwordHash = await this.passwords.hash(input.password);
    if (await this.isAskedTooOften(input.email)) return;
    await this.unitOfWork.run(systemActor(requestId), async (tx) => {
      await this.accounts.lockEmail(tx, input.email);
      const known = await this.accounts.byEmail(tx, input.email);
      if (known && known.state !== 'pending') return;
      const registered = known
        ? await this.renew(tx, known, input, passwordHash)
        : await this.add(tx, input, passwordHash);
      await this.confirmations.open(tx, registered.accountId);
      tx.audit({ action: 'person.register', entityType: 'person', entityId: registered.personId });
      tx.emit(
        'person.registered',
        { aggregateType: 'person', aggregateId: registered.personId, seq: registered.version },
        {},
      );
    });
  }

  /** Spares an address from being flooded with mails; whoever asks sees no difference. */
  private async isAskedTooOften(email: string): Promise<boolean> {
    try {
      await this.throttle.fail([{ key: `register/account:${foldEmail(email)}`, limit: MAILS_IN_15_MINUTES }]);
      return false;
    } catch (error) {
      if (error instanceof TooManyFailures) return true;
      throw error;
    }
  }

  private async add(tx: Transaction, input: RegisterPersonInput, passwordHash: string) {
    const { displayName, language, timeZone, email } = input;
    const person = { id: newId(), displayName, latinName: null, language, timeZone, demo: false };
    await this.persons.insert(tx, person);
    const account = { id: newId(), personId: person.id, email, passwordHash, confirmed: false };
    await this.accounts.insert(tx, account);
    return { accountId: account.id, personId: person.id, version: 1 };
  }

  private async renew(
    tx: Transaction,
    { id, personId }: { id: string; personId: string },
    input: RegisterPersonInput,
    passwordHash: string,
  ) {
    await this.accounts.replacePassword(tx, id, passwordHash);
    return { accountId: id, personId, version: await this.persons.update(tx, personId, input) };
  }
}
