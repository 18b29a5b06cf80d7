import { Injectable } from '@nestjs/common';
import type { DomainEventType } from '#libs/contracts';
import type { JobDefinition } from './define-job.js';
import type { JobHandler } from './job-handler.js';

/** The handlers of this process: each job name has exactly one. */
@Injectable()
export class JobRegistry {
  private readonly handlers = new Map<string, JobHandler<never>>();

  /** @throws Error when the name is taken, by another handler or by the same one registered twice */
  add(handler: JobHandler<never>): void {
    const { name } = handler.job;
    const taken = this.handlers.get(name);
    if (taken) {
      const [first, second] = [taken.constructor.name, handler.constructor.name];
      throw new Error(
        first === second
          ? `Job "${name}": ${first} is registered twice.`
          : `Job "${name}" has two handlers: ${first} and ${second}.`,
      );
    }
    this.handlers.set(name, handler);
  }

  /** @throws Error naming every job of `jobs` nobody handles, and the events that would be lost with it */
  requireHandlers(jobs: readonly JobDefinition<never>[]): void {
    const orphans = jobs.filter(({ name }) => !this.handlers.has(name));
    if (orphans.length === 0) return;
    const lines = orphans.map(({ name, on }) => `  - ${name}${on ? ` (on ${on.join(', ')})` : ''}`);
    throw new Error(`Jobs without handler:\n${lines.join('\n')}`);
  }

  /** @throws Error when nobody handles `name` here, as during a rolling update */
  handlerOf(name: string): JobHandler<never> {
    const handler = this.handlers.get(name);
    if (!handler) throw new Error(`No handler for job "${name}" in this worker.`);
    return handler;
  }

  jobs(): readonly JobDefinition<never>[] {
    return [...this.handlers.values()].map(({ job }) => job);
  }

  /** The jobs an event starts. */
  subscribers(type: DomainEventType): readonly JobDefinition<never>[] {
    return this.jobs().filter(({ on }) => on?.includes(type));
  }
}
