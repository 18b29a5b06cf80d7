import { Injectable } from '@nestjs/common';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { type Actor, NotFound } from '#libs/kernel';
import { Database, newId } from '#libs/platform/database';
import { PasskeyRepository } from '../data/passkey.repository.js';
import { TooManyPasskeys } from '../domain/identity.errors.js';
import { MAX_PASSKEYS } from '../domain/passkey.js';
import { FreshProof } from './fresh-proof.js';
import { PersonsReader } from './persons.reader.js';
import { RelyingParty } from './relying-party.js';

const MINUTES = 5;

/** What the browser hands to an authenticator to make a key. */
export interface PasskeyOffer {
  readonly challengeId: string;
  readonly options: PublicKeyCredentialCreationOptionsJSON;
}

/** Begins to add a passkey. Errors: auth/proof-required, passkey/too-many, passkey/unavailable. */
@Injectable()
export class OfferPasskey {
  constructor(
    private readonly database: Database,
    private readonly passkeys: PasskeyRepository,
    private readonly persons: PersonsReader,
    private readonly freshProof: FreshProof,
    private readonly relyingParty: RelyingParty,
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
    const challengeId = newId();
    const { challenge } = options;
    await this.passkeys.insertChallenge(
      this.database,
      { id: challengeId, purpose: 'register', personId: actor.personId, challenge },
      MINUTES,
    );
    return { challengeId, options };
  }
}
