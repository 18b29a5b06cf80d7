import type { MessageView } from '#libs/contracts';
import fc from 'fast-check';
import { type MessagePage, Thread, type ThreadSource } from './thread.js';

const PAGE = 3;

function messageOf(seq: number): MessageView {
  return {
    id: `m${seq}`,
    conversationId: 'harbour',
    seq,
    clientMessageId: `c${seq}`,
    senderId: 'lan',
    senderOrganizationId: 'da-nang',
    body: `Message ${seq}`,
    language: null,
    postedAt: '2026-03-01T09:30:00.000Z',
  };
}

/** The record: numbers from 1 on, pages of three, and a line that can be cut. */
class Record implements ThreadSource {
  lastSeq = 0;
  /** Numbers up to here were said before the reader came. */
  joinedSeq = 0;
  isDown = false;
  asked: string[] = [];
  /** What was done to messages after they were said, by the number of each; counted from 1. */
  changed: number[] = [];

  latest = (): Promise<MessagePage> =>
    this.page('latest', Math.max(this.joinedSeq + 1, this.lastSeq - PAGE + 1), this.lastSeq);
  before = (seq: number): Promise<MessagePage> =>
    this.page(`before ${seq}`, Math.max(1, seq - PAGE), seq - 1);
  after = async (given: number): Promise<MessagePage> => {
    const seq = Math.max(given, this.joinedSeq);
    const to = Math.min(this.lastSeq, seq + PAGE);
    const page = await this.page(`after ${seq}`, seq + 1, to);
    return { ...page, nextCursor: to < this.lastSeq ? 'more' : null };
  };

  changes = async (after: number) => {
    this.asked.push(`changes ${after}`);
    await Promise.resolve();
    if (this.isDown) throw new Error('cut');
    const latest = [...new Set(this.changed.slice(after))].map((seq) => this.messageAt(seq));
    return { items: latest, lastChange: this.changed.length };
  };

  /** A message as it stands now. */
  messageAt(seq: number): MessageView {
    const change = this.changed.lastIndexOf(seq) + 1;
    if (change === 0) return messageOf(seq);
    return { ...messageOf(seq), change, revision: 2, body: `Message ${seq}, change ${change}` };
  }

  private async page(question: string, from: number, to: number): Promise<MessagePage> {
    this.asked.push(question);
    await Promise.resolve();
    if (this.isDown) throw new Error('cut');
    const items = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) =>
      this.messageAt(from + index),
    );
    const nextCursor = from > this.joinedSeq + 1 ? 'more' : null;
    return { items, nextCursor, lastChange: this.changed.length };
  }
}

const numbers = (thread: Thread): number[] => thread.state.get().messages.map(({ seq }) => seq);
const upTo = (last: number, first = 1): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

describe('Thread', () => {
  let record: Record;
  let thread: Thread;

  beforeEach(() => {
    jest.useFakeTimers();
    record = new Record();
    thread = new Thread(record);
  });
  afterEach(() => jest.useRealTimers());
  const settle = (): Promise<void> => jest.advanceTimersByTimeAsync(60_000);

  it('opens at the end and goes back page by page', async () => {
    record.lastSeq = 7;
    await thread.open();
    expect(numbers(thread)).toEqual([5, 6, 7]);
    await Promise.all([thread.readOlder(), thread.readOlder()]);
    expect(numbers(thread)).toEqual(upTo(7, 2));
    await thread.readOlder();
    expect(numbers(thread)).toEqual(upTo(7));
    expect(thread.state.get().hasOlder).toBe(false);
  });

  it('shows a push that follows without asking the API', async () => {
    record.lastSeq = 2;
    await thread.open();
    record.lastSeq = 3;
    thread.receive(messageOf(3));
    expect(numbers(thread)).toEqual([1, 2, 3]);
    await settle();
    expect(record.asked).toEqual(['latest']);
  });

  it('holds back a push beyond a gap until the gap is read', async () => {
    record.lastSeq = 1;
    await thread.open();
    record.lastSeq = 9;
    thread.receive(messageOf(9));
    expect(numbers(thread)).toEqual([1]);
    await settle();
    expect(numbers(thread)).toEqual(upTo(9));
  });

  it('takes a message once, however often it arrives', async () => {
    record.lastSeq = 1;
    await thread.open();
    record.lastSeq = 2;
    for (const seq of [2, 2, 1, 2]) thread.receive(messageOf(seq));
    await settle();
    expect(numbers(thread)).toEqual([1, 2]);
  });

  it('keeps what is pushed while it opens', async () => {
    record.lastSeq = 2;
    const opening = thread.open();
    record.lastSeq = 3;
    thread.receive(messageOf(3));
    await opening;
    expect(numbers(thread)).toEqual([1, 2, 3]);
  });

  it('begins where somebody who came late may begin', async () => {
    record.joinedSeq = record.lastSeq = 5;
    await thread.open();
    expect(numbers(thread)).toEqual([]);
    record.lastSeq = 8;
    thread.receive(messageOf(7));
    await settle();
    expect(numbers(thread)).toEqual([6, 7, 8]);
  });

  it('asks again until the line is back', async () => {
    record.lastSeq = 1;
    await thread.open();
    record.lastSeq = 4;
    record.isDown = true;
    void thread.catchUp();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(numbers(thread)).toEqual([1]);
    record.isDown = false;
    await settle();
    expect(numbers(thread)).toEqual(upTo(4));
  });

  it('says that it could not be opened, and opens on the next try', async () => {
    record.lastSeq = 1;
    record.isDown = true;
    await thread.open();
    expect(thread.state.get()).toMatchObject({ phase: 'failed', problem: new Error('cut') });
    record.isDown = false;
    await thread.open();
    expect(numbers(thread)).toEqual([1]);
  });

  it('looks once more when asked while it is looking', async () => {
    record.lastSeq = 1;
    await thread.open();
    const first = thread.catchUp();
    record.lastSeq = 2;
    const second = thread.catchUp();
    await Promise.all([first, second]);
    expect(numbers(thread)).toEqual([1, 2]);
  });

  it('reads as the server has it after changes, pushed, lost, doubled or out of order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 20 }),
        fc.array(fc.integer({ min: 0, max: 19 }), { maxLength: 30 }),
        async (changed, pushed) => {
          record = new Record();
          thread = new Thread(record);
          record.lastSeq = 6;
          await thread.open();
          record.changed = changed;
          for (const index of pushed) {
            const seq = changed[index];
            if (seq !== undefined) await thread.receiveChange(record.messageAt(seq));
          }
          await thread.catchUp();
          const shown = thread.state.get().messages;
          expect(shown).toEqual(shown.map(({ seq }) => record.messageAt(seq)));
        },
      ),
    );
  });

  it('ends with what the server has, whatever pushes are lost, doubled or out of order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 6 }),
        fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 40 }),
        async (before, pushes) => {
          record = new Record();
          thread = new Thread(record);
          record.lastSeq = before;
          await thread.open();
          const first = numbers(thread)[0] ?? 1;
          for (const seq of pushes) {
            record.lastSeq = Math.max(record.lastSeq, seq);
            thread.receive(messageOf(seq));
            await Promise.resolve();
            expect(numbers(thread)).toEqual(upTo(thread.lastSeq, first));
          }
          await thread.catchUp();
          expect(numbers(thread)).toEqual(upTo(record.lastSeq, first));
        },
      ),
    );
  });
});
