import type { MessageView } from '#libs/contracts';
import { createStore, type Store } from '../../lib/store.js';

export interface MessagePage {
  /** Lowest number first. */
  items: readonly MessageView[];
  /** Not null while there is more in the direction that was asked for. */
  nextCursor: string | null;
  /** Count of what was done to messages after they were said. */
  lastChange: number;
}

/** Where a thread reads what it does not have; see `MessagesController` of the API. */
export interface ThreadSource {
  latest: () => Promise<MessagePage>;
  before: (seq: number) => Promise<MessagePage>;
  after: (seq: number) => Promise<MessagePage>;
  /** Messages changed after a count, in the order of their changes. */
  changes: (after: number) => Promise<{ items: readonly MessageView[]; lastChange: number }>;
}

export interface ThreadState {
  /** An unbroken run of numbers, lowest first. */
  messages: readonly MessageView[];
  phase: 'unread' | 'reading' | 'ready' | 'failed';
  problem: unknown;
  hasOlder: boolean;
  isReadingOlder: boolean;
}

/** How many changed messages one reading asks for. */
export const CHANGES = 200;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;

/**
 * The messages of one conversation as this page has them: an unbroken run of numbers that ends with the newest
 * known one. Pushes are hints: one that leaves a gap waits until the gap has been read from the API, so whatever
 * is lost, doubled or out of order on the way, the reader sees what the server has, in its order.
 */
export class Thread {
  readonly state: Store<ThreadState> = createStore<ThreadState>({
    messages: [],
    phase: 'unread',
    problem: null,
    hasOlder: false,
    isReadingOlder: false,
  });
  /** Messages that arrived before one that stands in front of them. */
  private readonly ahead = new Map<number, MessageView>();
  /** Up to which change every message here reads as the server has it. */
  private lastChange = 0;
  private catching: Promise<void> | null = null;
  private isStale = false;
  private pause = FIRST_PAUSE_MS;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly source: ThreadSource) {}

  /** The number of the newest message here; 0 in a silent conversation. */
  get lastSeq(): number {
    return this.state.get().messages.at(-1)?.seq ?? 0;
  }

  /** Reads the end of the conversation; later calls read what has come since. */
  async open(): Promise<void> {
    const { phase } = this.state.get();
    if (phase === 'reading') return undefined;
    if (phase === 'ready') return this.catchUp();
    this.change({ phase: 'reading', problem: null });
    try {
      const page = await this.source.latest();
      this.lastChange = page.lastChange;
      this.change({ messages: page.items, hasOlder: page.nextCursor !== null, phase: 'ready' });
    } catch (problem) {
      return this.change({ phase: 'failed', problem });
    }
    return this.settle();
  }

  /** A message from a push or from the acknowledgement of our own. Knows it already: nothing happens. */
  receive(message: MessageView): void {
    this.ahead.set(message.seq, message);
    if (this.state.get().phase === 'ready') void this.settle();
  }

  /** A message as it stands after a change. Whatever was missed in between is read first. */
  async receiveChange(message: MessageView): Promise<void> {
    const { phase } = this.state.get();
    const change = message.change ?? 0;
    if (phase !== 'ready' || change <= this.lastChange) return;
    if (change > this.lastChange + 1) return this.catchUp();
    this.lastChange = change;
    this.replace([message]);
  }

  /** Reads what follows the newest message here. A call while one is running makes it look once more. */
  catchUp(): Promise<void> {
    if (this.state.get().phase !== 'ready') return this.open();
    this.isStale = true;
    clearTimeout(this.timer);
    this.catching ??= this.readOn().finally(() => {
      this.catching = null;
    });
    return this.catching;
  }

  async readOlder(): Promise<void> {
    const { messages, hasOlder, isReadingOlder } = this.state.get();
    const first = messages[0];
    if (!first || !hasOlder || isReadingOlder) return;
    this.change({ isReadingOlder: true });
    try {
      const page = await this.source.before(first.seq);
      this.change({
        messages: [...page.items, ...this.state.get().messages],
        hasOlder: page.nextCursor !== null,
      });
    } finally {
      this.change({ isReadingOlder: false });
    }
  }

  /** Stops trying again. What is here stays. */
  rest(): void {
    clearTimeout(this.timer);
  }

  private async readOn(): Promise<void> {
    try {
      while (this.isStale) {
        this.isStale = false;
        const page = await this.source.after(this.lastSeq);
        // Somebody who came late sees a first number above 1, so the API says what follows, not the count.
        const fresh = page.items.filter(({ seq }) => seq > this.lastSeq);
        if (fresh.length > 0) this.change({ messages: [...this.state.get().messages, ...fresh] });
        this.append();
        if (page.nextCursor !== null && fresh.length > 0) this.isStale = true;
        await this.readChanges(page.lastChange);
      }
      this.pause = FIRST_PAUSE_MS;
    } catch {
      this.timer = setTimeout(() => void this.catchUp(), this.pause);
      this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
    }
  }

  /** Messages that came in the meantime are as new as their pages; those here before are brought up to date. */
  private async readChanges(upTo: number): Promise<void> {
    while (this.lastChange < upTo) {
      const { items, lastChange } = await this.source.changes(this.lastChange);
      this.replace(items);
      this.lastChange = items.length < CHANGES ? lastChange : (items.at(-1)?.change ?? lastChange);
    }
  }

  private replace(changed: readonly MessageView[]): void {
    const bySeq = new Map(changed.map((message) => [message.seq, message]));
    const newer = (message: MessageView): MessageView => {
      const found = bySeq.get(message.seq);
      return found && (found.change ?? 0) >= (message.change ?? 0) ? found : message;
    };
    this.change({ messages: this.state.get().messages.map(newer) });
  }

  /** Shows what follows without a gap, and reads what is missing in front of the rest. */
  private async settle(): Promise<void> {
    this.append();
    if (this.ahead.size > 0) await this.catchUp();
  }

  private append(): void {
    const next: MessageView[] = [];
    let last = this.lastSeq;
    for (let found = this.ahead.get(last + 1); found; found = this.ahead.get(last + 1)) {
      next.push(found);
      last += 1;
    }
    for (const seq of this.ahead.keys()) if (seq <= last) this.ahead.delete(seq);
    if (next.length > 0) this.change({ messages: [...this.state.get().messages, ...next] });
  }

  private change(changes: Partial<ThreadState>): void {
    this.state.set({ ...this.state.get(), ...changes });
  }
}
