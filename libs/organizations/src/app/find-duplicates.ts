import { Injectable } from '@nestjs/common';
import { Database, type Reads } from '#libs/platform/database';
import { IdentificationRepository } from '../data/identification.repository.js';
import { coreName } from '../domain/core-name.js';
import { emailDomainKey } from '../domain/email-domain.js';
import { nameKey } from '../domain/fold-name.js';
import type { Duplicate } from '../domain/identification.js';
import { registrationKey, registrationKeys } from '../domain/registration-number.js';

export interface DuplicateQuery {
  readonly registrationNumber?: string | null;
  /** ISO 3166-1 alpha-2 of the register that gave the number; absent, every country's rules are tried. */
  readonly country?: string;
  /** A domain or an address; public mail providers say nothing. */
  readonly emailDomain?: string | null;
  /** In any script. */
  readonly names: readonly string[];
  /** The organization asked about, when it has a row already. */
  readonly except?: string;
}

/**
 * Organizations, in whatever state, that may be the one described: same registration number, same e-mail domain,
 * or a name that agrees but for case, marks, spacing, legal form or a slip. At most 20 findings, the surest first;
 * they flag, they decide nothing. Asks no permission: for the features above.
 */
@Injectable()
export class FindDuplicates {
  constructor(
    private readonly database: Database,
    private readonly identifications: IdentificationRepository,
  ) {}

  async execute(query: DuplicateQuery, reads: Reads = this.database): Promise<Duplicate[]> {
    return this.identifications.duplicates(reads, {
      registrationKeys: keysOf(query),
      country: query.country ?? null,
      emailDomainKey: query.emailDomain ? emailDomainKey(query.emailDomain) : null,
      nameKeys: nameKeysOf(query.names),
      except: query.except ?? null,
    });
  }
}

function keysOf({ registrationNumber, country }: DuplicateQuery): string[] {
  if (!registrationNumber) return [];
  if (country === undefined) return registrationKeys(registrationNumber);
  return [registrationKey(registrationNumber, country)].filter((key) => key !== '');
}

const nameKeysOf = (names: readonly string[]): string[] => [
  ...new Set(names.flatMap((name) => [nameKey(name), nameKey(coreName(name))]).filter((key) => key !== '')),
];
