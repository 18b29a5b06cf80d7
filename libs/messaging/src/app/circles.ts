import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database, Listener } from '#libs/platform/database';
import { CircleRepository } from '../data/circle.repository.js';
import { type CircleSeat, SHOWN_UP_TO } from '../domain/circle.js';
import { ROOM_CHANGED } from './room-lines.js';

/** Channel on which somebody's choices are said to have changed: what they show, whom they keep away. */
export const CHOICES_CHANGED = 'contact_choices';

/** Conversations remembered at a time; far more than people look at at once. */
const REMEMBERED = 5_000;

/** Where who may see whom is not the same any more: in a room, in all rooms of a person, or in any room. */
export type CircleChange = { readonly conversationId: string } | { readonly personId: string } | 'any';

type Handler = (change: CircleChange) => void;

/**
 * Who takes part where, remembered, so that presence and typing ask no table. Every change of a room and of a
 * choice is announced and forgets what it touches; while announcements may be missed, nothing is remembered.
 */
@Injectable()
export class Circles implements OnApplicationBootstrap {
  private readonly remembered = new Map<string, Promise<readonly CircleSeat[]>>();
  private readonly handlers: Handler[] = [];
  private starting: Promise<void> | undefined;
  private changed = 0;

  constructor(
    private readonly database: Database,
    private readonly listener: Listener,
    private readonly circles: CircleRepository,
  ) {}

  /** Empty for a conversation that does not exist. */
  async of(conversationId: string): Promise<readonly CircleSeat[]> {
    const known = this.remembered.get(conversationId);
    if (known) return known;
    const read = this.circles.of(this.database, conversationId, SHOWN_UP_TO + 1);
    if (!this.listener.connected) return read;
    if (this.remembered.size >= REMEMBERED) this.remembered.clear();
    this.remembered.set(conversationId, read);
    // A failure is not remembered.
    read.catch(() => this.remembered.delete(conversationId));
    return read;
  }

  /** How often anything has changed: what was read across a change may be from before it. */
  get changes(): number {
    return this.changed;
  }

  /** Hears of every change, also in rooms that are not remembered. */
  onChange(handler: Handler): void {
    this.handlers.push(handler);
  }

  async onApplicationBootstrap(): Promise<void> {
    await (this.starting ??= this.follow());
  }

  private async follow(): Promise<void> {
    this.listener.onReconnect(() => {
      this.remembered.clear();
      this.tell('any');
    });
    await this.listener.listen(ROOM_CHANGED, (conversationId) => {
      this.remembered.delete(conversationId);
      this.tell({ conversationId });
    });
    await this.listener.listen(CHOICES_CHANGED, (personId) => {
      void this.forgetPerson(personId);
    });
  }

  private async forgetPerson(personId: string): Promise<void> {
    for (const [conversationId, read] of [...this.remembered]) {
      const circle = await read.catch(() => []);
      if (circle.some((seat) => seat.personId === personId)) this.remembered.delete(conversationId);
    }
    this.tell({ personId });
  }

  private tell(change: CircleChange): void {
    this.changed += 1;
    for (const handler of this.handlers) handler(change);
  }
}
