import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { FirstRunRepository } from '../data/first-run.repository.js';
import { type FirstRun, NOT_BEGUN } from '../domain/first-run.js';

@Injectable()
export class FirstRunsReader {
  constructor(
    private readonly database: Database,
    private readonly firstRuns: FirstRunRepository,
  ) {}

  /** The actor's own; version 0 where it never began. */
  async own(actor: Actor): Promise<FirstRun> {
    return (await this.firstRuns.find(this.database, actor.personId)) ?? NOT_BEGUN;
  }
}
