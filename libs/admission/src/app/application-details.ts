import { Injectable } from '@nestjs/common';
import { type PersonCard, PersonsReader } from '#libs/identity';
import type { Actor } from '#libs/kernel';
import { type OrganizationCard, OrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import { Files, type StoredFile } from '#libs/platform/files';
import { type Proposal, ProposalsReader } from '#libs/proposals';
import type { Application } from '../domain/application.js';
import { relationTo } from '../domain/application.policy.js';
import { ApplicationRecords, type RecordsOfOne } from './application-records.js';

/** An application with what stands around it, as far as the reader may see it. */
export interface DetailedApplication extends RecordsOfOne {
  readonly application: Application;
  /** The reader looks from the secretariat: what is said inside is theirs too. */
  readonly inside: boolean;
  readonly document: StoredFile | null;
  readonly proposal: Proposal | null;
  organization(id: string | null): OrganizationCard | null;
  person(id: string): PersonCard | null;
}

/** Tells applications with the names and records behind their ids. */
@Injectable()
export class ApplicationDetails {
  constructor(
    private readonly database: Database,
    private readonly records: ApplicationRecords,
    private readonly organizations: OrganizationsReader,
    private readonly persons: PersonsReader,
    private readonly proposals: ProposalsReader,
    private readonly files: Files,
  ) {}

  async describe(actor: Actor, applications: readonly Application[]): Promise<DetailedApplication[]> {
    if (applications.length === 0) return [];
    const records = await Promise.all(applications.map((application) => this.records.of(actor, application)));
    const [cards, persons, proposals, documents] = await Promise.all([
      this.organizations.cards(
        applications.flatMap(({ organizationId, recommenderId }, index) => [
          organizationId,
          ...(recommenderId === null ? [] : [recommenderId]),
          ...(records[index]?.findings.map(({ foundId }) => foundId) ?? []),
          ...(records[index]?.reviews.map((review) => review.organizationId) ?? []),
        ]),
      ),
      this.persons.byIds([
        ...applications.map(({ createdBy }) => createdBy),
        ...records.flatMap(({ steps, reviews }) => [
          ...steps.map(({ actorId }) => actorId),
          ...reviews.map(({ personId }) => personId),
        ]),
      ]),
      this.proposals.byIds(applications.flatMap(({ proposalId }) => proposalId ?? [])),
      this.files.describe(
        this.database,
        applications.flatMap(({ documentFileId }) => documentFileId ?? []),
      ),
    ]);
    return applications.map((application, index) => ({
      ...recordsAt(records, index),
      application,
      inside: relationTo(actor, application) === 'secretariat',
      document: found(documents, application.documentFileId),
      proposal: found(proposals, application.proposalId),
      organization: (id) => found(cards, id),
      person: (id) => found(persons, id),
    }));
  }

  async describeOne(actor: Actor, application: Application): Promise<DetailedApplication> {
    const [detailed] = await this.describe(actor, [application]);
    if (!detailed) throw new Error('An application could not be described.');
    return detailed;
  }
}

function found<Value>(values: ReadonlyMap<string, Value>, id: string | null): Value | null {
  return id === null ? null : (values.get(id) ?? null);
}

function recordsAt(records: readonly RecordsOfOne[], index: number): RecordsOfOne {
  const record = records[index];
  if (!record) throw new Error('An application has no records.');
  return record;
}
