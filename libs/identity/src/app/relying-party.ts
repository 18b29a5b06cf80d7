import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { TtnConfig } from '#libs/platform/config';
import type { CredentialRow } from '../data/passkey.repository.js';
import { PasskeysUnavailable } from '../domain/identity.errors.js';

/** What an authenticator said of a new key. */
export interface NewCredential {
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly synced: boolean;
}

const TIMEOUT_MS = 120_000;

/**
 * TTN as authenticators know it (WebAuthn's relying party): the host of PUBLIC_URL is its id, the address of
 * PUBLIC_URL the one origin it takes answers from. Keys stay on the authenticator (discoverable) and are used only
 * by whoever unlocks it (user verification), so that a passkey stands for both factors.
 */
@Injectable()
export class RelyingParty {
  private readonly origin: string;
  private readonly host: string | null;
  private readonly name: string;

  constructor(config: TtnConfig) {
    const { origin, hostname } = new URL(config.PUBLIC_URL);
    this.origin = origin;
    // Browsers give keys to names only.
    this.host = isIP(hostname.replace(/^\[|\]$/g, '')) === 0 ? hostname : null;
    this.name = 'TTN';
  }

  get isAvailable(): boolean {
    return this.host !== null;
  }

  /** @throws PasskeysUnavailable */
  async registration(
    person: { id: string; email: string; displayName: string },
    existing: readonly CredentialRow[],
  ): Promise<PublicKeyCredentialCreationOptionsJSON> {
    return generateRegistrationOptions({
      rpName: this.name,
      rpID: this.id(),
      userName: person.email,
      userDisplayName: person.displayName,
      userID: userHandle(person.id),
      timeout: TIMEOUT_MS,
      attestationType: 'none',
      excludeCredentials: existing.map(described),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  }

  /** Null when the answer does not hold. */
  async verifyRegistration(response: object, challenge: string): Promise<NewCredential | null> {
    try {
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        response: response as RegistrationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: this.origin,
        expectedRPID: this.id(),
        requireUserVerification: true,
      });
      if (!verified) return null;
      const { credential, credentialBackedUp } = registrationInfo;
      return {
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey),
        counter: credential.counter,
        transports: credential.transports ?? [],
        synced: credentialBackedUp,
      };
    } catch {
      // The library throws for everything in the answer that is not as it must be.
      return null;
    }
  }

  /** For any passkey, or for those of one person. */
  async authentication(allowed?: readonly CredentialRow[]): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return generateAuthenticationOptions({
      rpID: this.id(),
      timeout: TIMEOUT_MS,
      userVerification: 'required',
      ...(allowed && { allowCredentials: allowed.map(described) }),
    });
  }

  /** How often the authenticator says it was used; null when the answer does not hold. */
  async verifyAuthentication(
    response: object,
    challenge: string,
    credential: CredentialRow,
  ): Promise<number | null> {
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: response as AuthenticationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: this.origin,
        expectedRPID: this.id(),
        requireUserVerification: true,
        credential: {
          id: credential.credentialId,
          publicKey: new Uint8Array(credential.publicKey),
          counter: credential.counter,
        },
      });
      return verified ? authenticationInfo.newCounter : null;
    } catch {
      return null;
    }
  }

  private id(): string {
    if (this.host === null) throw new PasskeysUnavailable();
    return this.host;
  }
}

/** The id of the person, 16 bytes: says nothing of them, and tells an authenticator whose key it replaces. */
function userHandle(personId: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(personId.replaceAll('-', ''), 'hex'));
}

const described = ({ credentialId, transports }: CredentialRow): { id: string; transports: string[] } => ({
  id: credentialId,
  transports,
});
