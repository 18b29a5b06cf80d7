import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import { emailDomainKey } from '../domain/email-domain.js';
import type { Duplicate, Identification, IdentificationChanges } from '../domain/identification.js';
import { registrationKey } from '../domain/registration-number.js';

export interface DuplicateKeys {
  readonly registrationKeys: readonly string[];
  /** ISO 3166-1 alpha-2 of the register; null when not known. */
  readonly country: string | null;
  readonly emailDomainKey: string | null;
  /** Folded, without spaces. */
  readonly nameKeys: readonly string[];
  /** The organization asked about, when it is known already. */
  readonly except: string | null;
}

/** From here on two names are shown to a person as perhaps the same; 1 is equal. */
const ALIKE = 0.45;
const MOST = 20;

/** Registration numbers, domains and names that nearly agree. */
@Injectable()
export class IdentificationRepository {
  async of(reads: Reads, organizationId: string): Promise<Identification | undefined> {
    return reads.row<Identification>(OF, [organizationId]);
  }

  /** Changes what is given and the keys that follow from it; leaves the version alone. */
  async change(
    tx: Transaction,
    { id, country }: { readonly id: string; readonly country: string },
    { registrationNumber, website, emailDomain }: IdentificationChanges,
  ): Promise<void> {
    await tx.execute(CHANGE, [
      id,
      registrationNumber !== undefined,
      registrationNumber ?? null,
      registrationNumber ? registrationKey(registrationNumber, country) || null : null,
      website !== undefined,
      website ?? null,
      emailDomain !== undefined,
      emailDomain ?? null,
      emailDomain ? emailDomainKey(emailDomain) : null,
    ]);
  }

  /** The surest first; of one organization the most alike name only. */
  async duplicates(reads: Reads, keys: DuplicateKeys): Promise<Duplicate[]> {
    return reads.rows<Duplicate>(DUPLICATES, [
      keys.registrationKeys,
      keys.country,
      keys.emailDomainKey,
      keys.nameKeys,
      keys.except,
      ALIKE,
      MOST,
    ]);
  }
}

const OF = `
  select registration_number as "registrationNumber", website, email_domain as "emailDomain"
  from organization where id = $1`;

const CHANGE = `
  update organization set
    registration_number = case when $2 then $3 else registration_number end,
    registration_key = case when $2 then $4 else registration_key end,
    website = case when $5 then $6 else website end,
    email_domain = case when $7 then $8 else email_domain end,
    email_domain_key = case when $7 then $9 else email_domain_key end
  where id = $1`;

/** `%` walks the trigram index; what it lets through is measured again. */
const DUPLICATES = `
  with found as (
    select o.id, 1 as surety, 'registration-number' as because, o.registration_number as matched, 1::real as likeness
    from organization o
    where o.merged_into_id is null and o.registration_key = any($1::text[]) and ($2::text is null or o.country = $2)
    union all
    select o.id, 2, 'email-domain', o.email_domain, 1::real
    from organization o where o.merged_into_id is null and o.email_domain_key = $3
    union all (
      select distinct on (a.organization_id) a.organization_id, 3, 'name', a.name, similarity(a.folded, n.key)
      from unnest($4::text[]) as n (key) join organization_alias a on a.folded % n.key
      where similarity(a.folded, n.key) >= $6::real
      order by a.organization_id, similarity(a.folded, n.key) desc, a.name)
  )
  select id as "organizationId", because, matched, likeness from found
  where $5::uuid is null or id <> $5
  order by surety, likeness desc, id limit $7`;
