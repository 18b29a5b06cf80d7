import { decode, encode } from '@msgpack/msgpack';
import { type ClusterMessage, MessageType } from 'socket.io-adapter';
import { Server } from 'socket.io';
import { PostgresStreamAdapter, type Stream } from './postgres-stream.adapter.js';

const begun: PostgresStreamAdapter[] = [];

describe('the adapter on the stream', () => {
  afterEach(() => {
    for (const adapter of begun.splice(0)) adapter.close();
  });

  it('is patient with what orders itself as long as no other process has sockets, or has been told', async () => {
    const { adapter, patience } = begin();
    const push = (atOnce: boolean, key?: string): Promise<void> =>
      adapter.broadcast(
        { type: 2, nsp: '/', data: ['said', 'a'] },
        { rooms: new Set(['hall']), except: new Set(), flags: { atOnce, key } as object },
      );
    const sign = (lines: boolean): void => {
      const message = { type: MessageType.HEARTBEAT, nsp: '/', uid: 'other', lines };
      adapter.receive(message as ClusterMessage, undefined);
    };
    await push(true);
    await push(false);
    sign(true);
    await push(true);
    await push(true, 'told');
    sign(false);
    await push(true);
    expect(patience).toEqual([true, false, false, true, true]);
  });

  it('says when its first socket comes and when its last has gone', () => {
    const { adapter, signs } = begin();
    signs.splice(0);
    adapter.addAll('one', new Set(['hall']));
    adapter.addAll('two', new Set(['hall']));
    adapter.delAll('one');
    expect(signs).toEqual([true]);
    adapter.delAll('two');
    expect(signs).toEqual([true, false]);
    adapter.delAll('never let in');
    expect(signs).toEqual([true, false]);
  });

  it('begins afresh a session that missed what a process before an upgrade has written', async () => {
    const restored = async (data: object, type = MessageType.BROADCAST): Promise<unknown> => {
      const message = {
        type,
        nsp: '/',
        uid: 'other',
        data,
      } as unknown as ClusterMessage;
      const { adapter } = begin({
        takeSession: async () => encode({ sid: 's', pid: 'p', rooms: ['hall'], data: {} }),
        missed: async () => [{ offset: '2', message }],
      });
      return adapter.restoreSession('p', '1');
    };
    const push = { words: '["said","a"]', rooms: 'hall', except: '', flags: {} };
    await expect(restored(push)).resolves.toMatchObject({ missedPackets: [['said', 'a', '2']] });
    await expect(restored({ rooms: ['hall'] }, MessageType.SOCKETS_JOIN)).resolves.toMatchObject({
      missedPackets: [],
    });
    const before = { packet: { type: 2, nsp: '/', data: ['said', 'a'] }, opts: { rooms: ['hall'] } };
    await expect(restored(before)).rejects.toThrow();
  });
});

/** An adapter, how patient it was with each push, and what it said of its sockets. */
function begin(parts: Partial<Stream> = {}): {
  adapter: PostgresStreamAdapter;
  patience: boolean[];
  signs: unknown[];
} {
  const patience: boolean[] = [];
  const signs: unknown[] = [];
  const stream: Partial<Stream> = {
    append: async (_message, _bytes, patient) => void patience.push(patient),
    whisper: async (bytes) => void signs.push((decode(bytes) as { lines: unknown }).lines),
    position: () => '1',
    ...parts,
  };
  const onError = (error: unknown): void => {
    throw error as Error;
  };
  const adapter = new PostgresStreamAdapter(
    new Server().of('/'),
    stream as Stream,
    (session) => Promise.resolve(session),
    onError,
  );
  begun.push(adapter);
  return { adapter, patience, signs };
}
