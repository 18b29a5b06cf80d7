import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { AliasRepository, type AliasSource } from '../data/alias.repository.js';
import { IdentificationRepository } from '../data/identification.repository.js';
import { MergerRepository } from '../data/merger.repository.js';
import type { Identification } from '../domain/identification.js';
import type { Organization } from '../domain/organization.js';
import {
  abilitiesOn,
  type OrganizationAbilities,
  organizationPolicy,
} from '../domain/organization.policy.js';
import { MembersReader, type NamedMember } from './members.reader.js';
import { OrganizationAccess } from './organization-access.js';

export interface OrganizationDetails {
  readonly organization: Organization;
  /** Other spellings, each once. */
  readonly aliases: readonly string[];
  /** Those of them that its own people answer for: stated, and names it had. */
  readonly statedAliases: readonly string[];
  /** Number and domain only for those who may see its people, else null. */
  readonly identification: Identification;
  /** Only for those who may see them, else empty. */
  readonly members: readonly NamedMember[];
  readonly abilities: OrganizationAbilities;
}

/** Spellings its own people answer for. */
const STATED: readonly AliasSource[] = ['stated', 'former'];
/** Spellings that no reader needs to see. */
const UNSHOWN: readonly AliasSource[] = ['slug', 'core', 'merged'];

/** One organization as its page shows it. */
@Injectable()
export class OrganizationDetailsReader {
  constructor(
    private readonly database: Database,
    private readonly access: OrganizationAccess,
    private readonly aliases: AliasRepository,
    private readonly identifications: IdentificationRepository,
    private readonly members: MembersReader,
    private readonly mergers: MergerRepository,
  ) {}

  /**
   * Where to look instead of something that was merged into another, as far as the actor may look there; undefined
   * for everything else, whether it is there or not.
   */
  async successorOf(actor: Actor, id: string): Promise<string | undefined> {
    const successor = await this.mergers.successor(this.database, id);
    return successor && organizationPolicy.canRead(actor, { ...successor, mergedIntoId: null })
      ? successor.id
      : undefined;
  }

  /** With its relations, as far as the actor may see them. Errors: request/not-found. */
  async details(actor: Actor, id: string): Promise<OrganizationDetails> {
    const organization = await this.access.load(this.database, actor, 'read', id);
    const abilities = abilitiesOn(actor, organization);
    const [aliases, identification, members] = await Promise.all([
      this.aliases.namesOf(this.database, [id]),
      this.identifications.of(this.database, id),
      abilities.seeMembers ? this.members.named(id) : [],
    ]);
    const known = new Set([organization.name, organization.nameLocal]);
    const others = aliases.filter(({ name, source }) => !UNSHOWN.includes(source) && !known.has(name));
    return {
      organization,
      aliases: others.map(({ name }) => name),
      statedAliases: others.filter(({ source }) => STATED.includes(source)).map(({ name }) => name),
      identification: {
        website: identification?.website ?? null,
        registrationNumber: abilities.seeMembers ? (identification?.registrationNumber ?? null) : null,
        emailDomain: abilities.seeMembers ? (identification?.emailDomain ?? null) : null,
      },
      members,
      abilities,
    };
  }
}
