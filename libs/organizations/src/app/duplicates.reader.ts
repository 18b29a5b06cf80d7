import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { AliasRepository } from '../data/alias.repository.js';
import { IdentificationRepository } from '../data/identification.repository.js';
import { OrganizationRepository } from '../data/organization.repository.js';
import type { Duplicate } from '../domain/identification.js';
import type { OrganizationCard } from '../domain/organization.js';
import { FindDuplicates } from './find-duplicates.js';
import { OrganizationAccess } from './organization-access.js';

export interface KnownDuplicate {
  readonly organization: OrganizationCard;
  /** Surest first. */
  readonly findings: readonly Duplicate[];
}

/** What may be another entry of an organization, for those who may merge them. */
@Injectable()
export class DuplicatesReader {
  constructor(
    private readonly database: Database,
    private readonly access: OrganizationAccess,
    private readonly organizations: OrganizationRepository,
    private readonly aliases: AliasRepository,
    private readonly identifications: IdentificationRepository,
    private readonly findDuplicates: FindDuplicates,
  ) {}

  /** Surest first, each organization once. Errors: request/not-found. */
  async of(actor: Actor, id: string): Promise<KnownDuplicate[]> {
    const { name, nameLocal, country } = await this.access.load(this.database, actor, 'merge', id);
    const [aliases, identification] = await Promise.all([
      this.aliases.namesOf(this.database, [id]),
      this.identifications.of(this.database, id),
    ]);
    const found = await this.findDuplicates.execute({
      registrationNumber: identification?.registrationNumber ?? null,
      emailDomain: identification?.emailDomain ?? null,
      country,
      names: [name, ...(nameLocal ? [nameLocal] : []), ...aliases.map((alias) => alias.name)],
      except: id,
    });
    const ids = [...new Set(found.map(({ organizationId }) => organizationId))];
    const cards = await this.organizations.cards(this.database, ids);
    return ids.flatMap((organizationId) => {
      const organization = cards.find((card) => card.id === organizationId);
      const findings = found.filter((finding) => finding.organizationId === organizationId);
      return organization ? [{ organization, findings }] : [];
    });
  }
}
