import { Injectable } from '@nestjs/common';
import { NotFound } from '#libs/kernel';
import { type OrganizationCard, OrganizationsReader } from '#libs/organizations';
import { Database } from '#libs/platform/database';
import { ProjectRepository } from '../data/project.repository.js';
import { type PortfolioFilter, type PublicProject, ResultRepository } from '../data/result.repository.js';
import type { ResultPicture } from '../domain/result.js';

/** A closed project as the public knows it. */
export interface PublishedResult extends PublicProject {
  /** Those who agreed to be named, the lead first. */
  readonly organizations: readonly OrganizationCard[];
  /** Partners that are not named. */
  readonly unnamed: number;
}

/** … and what its page shows. */
export interface PublishedPage extends PublishedResult {
  readonly pictures: readonly ResultPicture[];
}

/** What is public of closed projects. Nothing here depends on who asks. */
@Injectable()
export class PortfolioReader {
  constructor(
    private readonly database: Database,
    private readonly projects: ProjectRepository,
    private readonly results: ResultRepository,
    private readonly organizations: OrganizationsReader,
  ) {}

  /** Newest first. */
  async list(filter: PortfolioFilter): Promise<PublishedResult[]> {
    return this.named(await this.results.portfolio(this.database, filter));
  }

  /** @throws NotFound for what is not public, as for what is not there */
  async one(id: string): Promise<PublishedPage> {
    const found = await this.results.publicProject(this.database, id);
    const [result] = found ? await this.named([found]) : [];
    if (!result) throw new NotFound();
    return { ...result, pictures: await this.results.pictures(this.database, id) };
  }

  private async named(found: readonly PublicProject[]): Promise<PublishedResult[]> {
    const partners = await this.projects.partners(
      this.database,
      found.map(({ id }) => id),
    );
    const cards = await this.organizations.cards(
      partners.filter(({ consents }) => consents).map(({ organizationId }) => organizationId),
    );
    return found.map((project) => {
      const own = partners.filter(({ projectId }) => projectId === project.id);
      const consenting = own.filter(({ consents }) => consents);
      const organizations = consenting.flatMap(({ organizationId }) => cards.get(organizationId) ?? []);
      return { ...project, organizations, unnamed: own.length - organizations.length };
    });
  }
}
