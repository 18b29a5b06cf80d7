import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { PasskeyRepository } from '../data/passkey.repository.js';
import { SecondFactorRepository } from '../data/second-factor.repository.js';
import type { Passkey } from '../domain/passkey.js';
import type { HeldFactors } from '../domain/second-factor.js';
import { RelyingParty } from './relying-party.js';

/** What a person signs in with beside the password. */
@Injectable()
export class SecondFactorsReader {
  constructor(
    private readonly database: Database,
    private readonly factors: SecondFactorRepository,
    private readonly passkeyRows: PasskeyRepository,
    private readonly relyingParty: RelyingParty,
  ) {}

  async held(personId: string): Promise<HeldFactors> {
    return this.factors.held(this.database, personId);
  }

  /** Oldest first. */
  async passkeys(personId: string): Promise<Passkey[]> {
    return this.passkeyRows.list(this.database, personId);
  }

  /** Whether TTN is reached here by a name that passkeys can belong to. */
  get passkeysAvailable(): boolean {
    return this.relyingParty.isAvailable;
  }
}
