import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '#libs/contracts';
import { defineJob, type JobContext, type JobHandler } from '#libs/platform/queue';
import { ANSWERING, NoteAnswer } from '../app/learning/note-answer.js';

/** Keeps every answer to a match, to learn from it. */
@Injectable()
export class NoteAnswerJob implements JobHandler<EventEnvelope> {
  readonly job = defineJob<EventEnvelope>({ name: 'note-answer', queue: 'default', on: ANSWERING });

  constructor(private readonly noteAnswer: NoteAnswer) {}

  async perform(event: EventEnvelope, context: JobContext): Promise<void> {
    await context.once((tx) => this.noteAnswer.execute(tx, event));
  }
}
