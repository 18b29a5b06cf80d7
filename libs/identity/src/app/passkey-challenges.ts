import { Injectable } from '@nestjs/common';
import { type FailureKey, FailureThrottle } from '#libs/platform/auth';
import { TtnConfig } from '#libs/platform/config';
import { Database, isId, newId } from '#libs/platform/database';
import { PasskeyRepository } from '../data/passkey.repository.js';
import type { ChallengePurpose } from '../domain/passkey.js';

const MINUTES = 5;

/** Who asks: a person TTN knows already, or whoever is at a network address. */
export type Asker = { readonly personId: string } | { readonly address: string };

/**
 * What authenticators are asked to sign: good for five minutes and one answer, right or wrong. So many may wait for
 * a right answer as logins may fail, so that nobody fills the table or guesses on and on.
 */
@Injectable()
export class PasskeyChallenges {
  constructor(
    private readonly database: Database,
    private readonly passkeys: PasskeyRepository,
    private readonly throttle: FailureThrottle,
    private readonly config: TtnConfig,
  ) {}

  /** Keeps a challenge; answers its id. Errors: auth/too-many-attempts. */
  async open(purpose: ChallengePurpose, asker: Asker, challenge: string): Promise<string> {
    await this.throttle.fail([this.keyOf(asker)]);
    const id = newId();
    const row = { id, purpose, personId: personOf(asker), challenge };
    await this.passkeys.insertChallenge(this.database, row, MINUTES);
    return id;
  }

  /**
   * Uses a challenge up, outside of any transaction: although the answer may be refused. Undefined when it was
   * answered before, is too old, or was given to somebody else or for something else.
   */
  async take(purpose: ChallengePurpose, asker: Asker, id: string): Promise<string | undefined> {
    if (!isId(id)) return undefined;
    const asked = await this.passkeys.takeChallenge(this.database, id, purpose);
    return asked?.personId === personOf(asker) ? asked.challenge : undefined;
  }

  /** The answer was right: the challenge does not count any more. */
  async settle(asker: Asker): Promise<void> {
    await this.throttle.forgive([this.keyOf(asker)]);
  }

  private keyOf(asker: Asker): FailureKey {
    const { LOGIN_FAILURES_PER_ACCOUNT: perPerson, LOGIN_FAILURES_PER_ADDRESS: perAddress } = this.config;
    return 'personId' in asker
      ? { key: `passkey/person:${asker.personId}`, limit: perPerson }
      : { key: `passkey/address:${asker.address}`, limit: perAddress };
  }
}

const personOf = (asker: Asker): string | null => ('personId' in asker ? asker.personId : null);
