import { createHmac, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { deriveKey } from '#libs/platform/auth';
import { TtnConfig } from '#libs/platform/config';
import type { Transaction } from '#libs/platform/database';
import { SecondFactorRepository } from '../data/second-factor.repository.js';

const COUNT = 10;
/** Without letters and digits that look alike. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const LENGTH = 10;

/**
 * Codes for the day the phone is lost: ten, each good once, 49 bits each, kept as keyed hashes. Guessing is stopped
 * by the throttle of the second step, reading the table by the key.
 */
@Injectable()
export class RecoveryCodes {
  private readonly key: Buffer;

  constructor(
    private readonly factors: SecondFactorRepository,
    config: TtnConfig,
  ) {
    this.key = deriveKey(config.TTN_SECRET, 'recovery-code');
  }

  /** New codes instead of all earlier ones; nobody can read them again. */
  async renew(tx: Transaction, personId: string): Promise<readonly string[]> {
    const codes = Array.from({ length: COUNT }, newCode);
    const hashes = codes.map((code) => this.hash(personId, code));
    await this.factors.replaceRecoveryCodes(tx, personId, hashes);
    return codes;
  }

  /** Uses a code up; answers false for one that is unknown or used. Case, spaces and hyphens do not count. */
  async use(tx: Transaction, personId: string, code: string): Promise<boolean> {
    return this.factors.useRecoveryCode(tx, personId, this.hash(personId, code));
  }

  private hash(personId: string, code: string): Buffer {
    const plain = code.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '');
    return createHmac('sha256', this.key).update(`${personId} ${plain}`).digest();
  }
}

/** `abcde-fghij` */
function newCode(): string {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`;
}
