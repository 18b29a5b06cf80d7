import { Injectable } from '@nestjs/common';
import type { DomainEventType, EventEnvelope } from '#libs/contracts';
import { defineJob, type JobContext, type JobHandler } from '#libs/platform/queue';
import { type Changed, ProjectEntries } from '../app/project-entries.js';

const PERSON = { type: 'person', withDependents: false } as const;

/** What an event changes in the directory. A profile is known by its organization, a seat by who has it. */
const CHANGES: Partial<Record<DomainEventType, Omit<Changed, 'id'>>> = {
  'organization.imported': { type: 'organization', withDependents: true },
  'organization.changed': { type: 'organization', withDependents: true },
  'organization.activated': { type: 'organization', withDependents: true },
  'organization.suspended': { type: 'organization', withDependents: true },
  'organization.closed': { type: 'organization', withDependents: true },
  'profile.changed': { type: 'organization', withDependents: false },
  'opportunity.published': { type: 'opportunity', withDependents: false },
  'opportunity.changed': { type: 'opportunity', withDependents: false },
  'opportunity.paused': { type: 'opportunity', withDependents: false },
  'opportunity.resumed': { type: 'opportunity', withDependents: false },
  'opportunity.held': { type: 'opportunity', withDependents: false },
  'opportunity.released': { type: 'opportunity', withDependents: false },
  'opportunity.renewed': { type: 'opportunity', withDependents: false },
  'opportunity.filled': { type: 'opportunity', withDependents: false },
  'opportunity.expired': { type: 'opportunity', withDependents: false },
  'opportunity.closed': { type: 'opportunity', withDependents: false },
  'person.changed': PERSON,
  'person.erased': PERSON,
  'member.joined': PERSON,
  'member.removed': PERSON,
  'member.left': PERSON,
};

function changedBy({ type, aggregateId, payload }: EventEnvelope): Changed {
  const change = CHANGES[type];
  if (!change) throw new Error(`Event ${type} changes nothing in the directory.`);
  return { ...change, id: 'personId' in payload ? payload.personId : aggregateId };
}

/** Brings the directory up to date with what has changed. */
@Injectable()
export class ProjectDirectoryJob implements JobHandler<EventEnvelope> {
  readonly job = defineJob<EventEnvelope>({
    name: 'project-directory',
    queue: 'search',
    on: Object.keys(CHANGES) as DomainEventType[],
    deduplicate: (event) => {
      const { type, id, withDependents } = changedBy(event);
      return `${type} ${id} ${withDependents}`;
    },
  });

  constructor(private readonly projectEntries: ProjectEntries) {}

  async perform(event: EventEnvelope, context: JobContext): Promise<void> {
    const sightings = await this.projectEntries.prepare(changedBy(event));
    if (sightings.seen.length === 0) return;
    await context.once((tx) => this.projectEntries.write(tx, sightings));
  }
}
