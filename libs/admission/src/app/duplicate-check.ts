import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { FindDuplicates, OrganizationDetailsReader } from '#libs/organizations';
import type { Finding } from '../data/finding.repository.js';

/** Looks for organizations on record that may be the applicant. What it finds flags; it decides nothing. */
@Injectable()
export class DuplicateCheck {
  constructor(
    private readonly duplicates: FindDuplicates,
    private readonly details: OrganizationDetailsReader,
  ) {}

  /** Reads by connections of its own: ask before the transaction begins. `actor` is of the applicant. */
  async of(actor: Actor, applicantId: string): Promise<Finding[]> {
    const { organization, aliases, identification } = await this.details.details(actor, applicantId);
    const { name, nameLocal, country } = organization;
    const found = await this.duplicates.execute({
      ...identification,
      country,
      names: [name, ...(nameLocal === null ? [] : [nameLocal]), ...aliases],
      except: applicantId,
    });
    return found.map(({ organizationId, because, matched }) => ({
      foundId: organizationId,
      because,
      matched,
    }));
  }
}
