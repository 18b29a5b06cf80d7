import { Injectable } from '@nestjs/common';
import { systemActor } from '#libs/kernel';
import { Database, newId, UnitOfWork } from '#libs/platform/database';
import { type BehindConversation, MessageSearchRepository } from '../data/message-search.repository.js';
import type { ConversationMember } from '../domain/conversation.js';
import { foldText, gramsOf } from '../domain/searchable.js';

const ROUND = 500;
/** Conversations a search, or one round of the job, brings up to date. */
const MOST_CONVERSATIONS = 200;

/**
 * Brings the search up to date: a projection that follows messages by their numbers and their changes by their
 * count, so that nothing is ever passed over. Posting a message pays nothing for it.
 */
@Injectable()
export class IndexMessages {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly index: MessageSearchRepository,
  ) {}

  /** Whatever this person may search. */
  async forReader(member: ConversationMember): Promise<void> {
    await this.each(await this.index.behindOf(this.database, member, MOST_CONVERSATIONS));
  }

  /** Whatever waits, of anybody. Answers how many conversations there were. */
  async everything(): Promise<number> {
    const behind = await this.index.behind(this.database, MOST_CONVERSATIONS);
    await this.each(behind);
    return behind.length;
  }

  private async each(conversations: readonly BehindConversation[]): Promise<void> {
    for (const { id } of conversations) for (let more = true; more;) more = await this.step(id);
  }

  /** Whether there is more. A conversation that somebody else works on is left to them. */
  private async step(id: string): Promise<boolean> {
    return this.unitOfWork.run(systemActor(newId()), async (tx) => {
      const place = await this.index.lock(tx, id);
      if (!place) return false;
      const messages = await this.index.unindexed(tx, place, ROUND);
      await this.index.put(
        tx,
        id,
        messages.map(({ messageId, seq, body }) => {
          const folded = foldText(body);
          return { messageId, seq, folded, grams: gramsOf(folded) };
        }),
      );
      const fresh = messages.filter(({ isNew }) => isNew);
      const changed = messages.filter(({ isNew }) => !isNew);
      const isUpToDate = fresh.length < ROUND && changed.length < ROUND;
      await this.index.moveOn(
        tx,
        id,
        fresh.length < ROUND ? place.lastSeq : (fresh.at(-1)?.seq ?? place.lastSeq),
        changed.length < ROUND ? place.lastChange : (changed.at(-1)?.changed ?? place.lastChange),
      );
      return !isUpToDate;
    });
  }
}
