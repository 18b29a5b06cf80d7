import { Injectable } from '@nestjs/common';
import { PersonsReader } from '#libs/identity';
import { actingOrganization, type Actor, NotFound } from '#libs/kernel';
import { type OrganizationCard, OrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import { ConversationReportRepository } from '../data/conversation-report.repository.js';
import { caseName, type ConversationReport } from '../domain/conversation-report.js';

/** A case with the names of who reported and of who wrote what is shown. */
export interface NamedReport extends ConversationReport {
  readonly persons: ReadonlyMap<string, string>;
  readonly organizations: ReadonlyMap<string, OrganizationCard>;
}

/** Cases: for the desk of the secretariat, and one's own. */
@Injectable()
export class ConversationReportsReader {
  constructor(
    private readonly database: Database,
    private readonly reports: ConversationReportRepository,
    private readonly persons: PersonsReader,
    private readonly organizations: OrganizationsReader,
  ) {}

  async queue(query: {
    state: 'received' | 'decided';
    after: string | undefined;
    limit: number;
  }): Promise<NamedReport[]> {
    return this.named(await this.reports.queue(this.database, query));
  }

  /** @throws NotFound */
  async one(id: string): Promise<NamedReport> {
    const report = await this.reports.find(this.database, id);
    const [named] = report ? await this.named([report]) : [];
    if (!named) throw new NotFound();
    return named;
  }

  async own(actor: Actor): Promise<ConversationReport[]> {
    return this.reports.ofPerson(this.database, actor.personId, actingOrganization(actor).id);
  }

  /** What people call cases, by id, as titles of notices. */
  async titles(ids: readonly string[]): Promise<Map<string, { title: string }>> {
    const rows = await this.reports.caseNumbers(this.database, ids);
    return new Map(rows.map(({ id, caseNumber }) => [id, { title: caseName(caseNumber) }]));
  }

  private async named(reports: readonly ConversationReport[]): Promise<NamedReport[]> {
    const people = reports.flatMap(({ personId, evidence }) => [
      personId,
      ...evidence.map(({ senderId }) => senderId),
    ]);
    const houses = reports.flatMap(({ organizationId, evidence }) => [
      organizationId,
      ...evidence.map(({ senderOrganizationId }) => senderOrganizationId),
    ]);
    const [persons, organizations] = await Promise.all([
      this.persons.byIds([...new Set(people)]),
      this.organizations.cards(houses),
    ]);
    const names = new Map([...persons].map(([id, { displayName }]) => [id, displayName]));
    return reports.map((report) => ({ ...report, persons: names, organizations }));
  }
}
