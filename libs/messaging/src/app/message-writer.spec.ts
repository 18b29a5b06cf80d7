import type { MessageRepository, NewMessage, WrittenMessage } from '../data/message.repository.js';
import { MessageUnconfirmed } from '../domain/messaging.errors.js';
import { MessageWriter } from './message-writer.js';

describe('the writer of messages', () => {
  it('hands over the next batch before anybody hears of the last, and tells of both in order', async () => {
    const seen: string[] = [];
    const { writer, finish } = begin(seen);
    const first = writer.write(message('a'));
    await turn();
    await turn();
    const second = writer.write(message('b'));
    finish();
    await first;
    expect(seen).toEqual(['write a', 'write b', 'tell a']);
    finish();
    await second;
    expect(seen).toEqual(['write a', 'write b', 'tell a', 'tell b']);
    await writer.beforeApplicationShutdown();
  });

  it('answers as unconfirmed what nobody could be told of, and goes on', async () => {
    const seen: string[] = [];
    const { writer, finish } = begin(seen);
    writer.afterBatch(() => {
      throw new Error('nobody hears');
    });
    for (const id of ['a', 'b']) {
      const written = writer.write(message(id));
      await turn();
      await turn();
      finish();
      await expect(written).rejects.toBeInstanceOf(MessageUnconfirmed);
    }
    expect(seen).toEqual(['write a', 'write b']);
  });
});

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const message = (id: string): NewMessage => ({ id }) as NewMessage;

/** A writer on a database that answers the oldest batch when it is told to `finish`. */
function begin(seen: string[]): { writer: MessageWriter; finish: () => void } {
  const waiting: (() => void)[] = [];
  const writeBatch = (batch: readonly NewMessage[]): Promise<WrittenMessage[]> => {
    seen.push(`write ${batch.map(({ id }) => id).join()}`);
    return new Promise((resolve) => {
      waiting.push(() => {
        resolve(batch.map(({ id }) => ({ id }) as WrittenMessage));
      });
    });
  };
  const writer = new MessageWriter({ writeBatch } as unknown as MessageRepository);
  writer.afterBatch((batch) => {
    seen.push(`tell ${batch.map(([{ id }]) => id).join()}`);
  });
  return { writer, finish: () => waiting.shift()?.() };
}
