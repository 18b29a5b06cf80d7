import { Injectable } from '@nestjs/common';
import { PersonsReader } from '#libs/identity';
import { type Actor, actingOrganization } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { ApplicationRepository, type QueueLength, type QueuePlace } from '../data/application.repository.js';
import type { AdmissionRoute, Application, ApplicationState } from '../domain/application.js';
import { type ReasonTemplate, reasonTemplates, writtenLanguage } from '../domain/reason-templates.js';
import { ApplicationAccess } from './application-access.js';
import { ApplicationDetails, type DetailedApplication } from './application-details.js';

export type { QueuePlace };

/** States of which a secretariat's queue is made, where none is named. */
const IN_QUEUES: readonly ApplicationState[] = [
  'secretariat_review',
  'appealed',
  'entry_proposal_review',
  'awaiting_recommendation',
  'info_requested',
];

export interface ApplicationQuery {
  readonly states: readonly ApplicationState[];
  readonly route: AdmissionRoute | null;
  readonly after: QueuePlace | undefined;
  readonly limit: number;
}

/** All reads of applications. */
@Injectable()
export class ApplicationsReader {
  constructor(
    private readonly database: Database,
    private readonly applications: ApplicationRepository,
    private readonly access: ApplicationAccess,
    private readonly details: ApplicationDetails,
    private readonly persons: PersonsReader,
  ) {}

  async one(actor: Actor, id: string): Promise<DetailedApplication> {
    return this.details.describeOne(actor, await this.access.load(actor, 'read', id));
  }

  /** One that the actor has just changed. */
  async describe(actor: Actor, application: Application): Promise<DetailedApplication> {
    return this.details.describeOne(actor, application);
  }

  /**
   * For the secretariat what was sent, the longest waiting first; for everybody else the applications of the acting
   * organization, which are few: the newest first, in one page.
   */
  async list(actor: Actor, query: ApplicationQuery): Promise<DetailedApplication[]> {
    const { id, kind } = actingOrganization(actor);
    if (kind !== 'secretariat') {
      if (query.after) return [];
      return this.details.describe(actor, await this.applications.ofOrganization(this.database, id));
    }
    const states = (query.states.length > 0 ? query.states : IN_QUEUES).filter((state) => state !== 'draft');
    const { route, after, limit } = query;
    const found = await this.applications.queue(this.database, {
      states,
      route,
      after: after ?? null,
      limit,
    });
    return this.details.describe(actor, found);
  }

  /** How many wait in each queue, and since when the oldest does. */
  async queues(): Promise<QueueLength[]> {
    return this.applications.queueLengths(this.database);
  }

  /** Reasons to start from, in the language of the person who applied. */
  async templates(actor: Actor, id: string): Promise<{ language: string; items: ReasonTemplate[] }> {
    const { createdBy } = await this.access.load(actor, 'decide', id);
    const applicant = (await this.persons.byIds([createdBy])).get(createdBy);
    const language = writtenLanguage(applicant?.language ?? 'en');
    return { language, items: reasonTemplates(language) };
  }
}

/** Where an application stands in its queue, for the next page. */
export function placeOf({ stateSince, id }: Application): QueuePlace {
  return [stateSince.toISOString(), id];
}
