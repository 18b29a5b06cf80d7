import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '#libs/platform/queue';
import { ErasePerson } from '../app/erase-person.js';
import { ERASE_PERSON } from '../app/request-erasure.js';

/** Erases a person when the grace is over. */
@Injectable()
export class ErasePersonJob implements JobHandler<{ personId: string }> {
  readonly job = ERASE_PERSON;

  constructor(private readonly erasePerson: ErasePerson) {}

  async perform({ personId }: { personId: string }, context: JobContext): Promise<void> {
    await context.once((tx) => this.erasePerson.whenDue(tx, personId));
  }
}
