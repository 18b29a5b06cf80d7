import { Injectable } from '@nestjs/common';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { type Actor, NotFound } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { PasskeyRepository } from '../data/passkey.repository.js';
import { TooManyPasskeys } from '../domain/identity.errors.js';
import { MAX_PASSKEYS } from '../domain/passkey.js';
import { FreshProof } from './fresh-proof.js';
import { PasskeyChallenges } from './passkey-challenges.js';
import { PersonsReader } from './persons.reader.js';
import { RelyingParty } from './relying-party.js';

/** What the browser hands to an authenticator to make a key. */
export interface PasskeyOffer {
  readonly challengeId: string;
  readonly options: PublicKeyCredentialCreationOptionsJSON;
}

/**
 * Begins to add a passkey. Errors: auth/proof-required, auth/too-many-attempts, passkey/too-many,
 * passkey/unavailable.
 */
@Injectable()
export class OfferPasskey {
  constructor(
    private readonly database: Database,
    private readonly passkeys: PasskeyRepository,
    private readonly persons: PersonsReader,
    private readonly freshProof: FreshProof,
    private readonly relyingParty: RelyingParty,
    private readonly challenges: PasskeyChallenges,
  ) {}

  async execute(actor: Actor): Promise<PasskeyOffer> {
    await this.freshProof.require(this.database, actor);
    const [person, existing] = await Promise.all([
      this.persons.account(actor.personId),
      this.passkeys.credentialsOf(this.database, actor.personId),
    ]);
    if (!person) throw new NotFound();
    if (existing.length >= MAX_PASSKEYS) throw new TooManyPasskeys();
    const options = await this.relyingParty.registration(person, existing);
    const { personId } = actor;
    return { challengeId: await this.challenges.open('register', { personId }, options.challenge), options };
  }
}
