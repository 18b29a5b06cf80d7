import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';

/** An organization on record that may be the applicant, and what says so. */
export interface Finding {
  readonly foundId: string;
  readonly because: string;
  /** What they have in common, as the organization on record writes it. */
  readonly matched: string;
}

@Injectable()
export class FindingRepository {
  /** Keeps what was found this time; what was found before and is not any more goes. */
  async replace(tx: Transaction, applicationId: string, findings: readonly Finding[]): Promise<void> {
    await tx.execute('delete from application_finding where application_id = $1', [applicationId]);
    await tx.execute(
      `insert into application_finding (application_id, found_id, because, matched)
       select $1, * from unnest($2::uuid[], $3::text[], $4::text[]) on conflict do nothing`,
      [
        applicationId,
        findings.map(({ foundId }) => foundId),
        findings.map(({ because }) => because),
        findings.map(({ matched }) => matched),
      ],
    );
  }

  /** By application. */
  async of(reads: Reads, applicationIds: readonly string[]): Promise<Map<string, Finding[]>> {
    const rows = await reads.rows<Finding & { applicationId: string }>(
      `select application_id as "applicationId", found_id as "foundId", because, matched from application_finding
       where application_id = any($1::uuid[]) order by found_id, because`,
      [applicationIds],
    );
    const found = new Map<string, Finding[]>();
    for (const { applicationId, ...finding } of rows)
      found.set(applicationId, [...(found.get(applicationId) ?? []), finding]);
    return found;
  }
}
