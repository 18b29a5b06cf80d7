import { ApiProblem } from '../../lib/api-problem.js';
import type { Connection } from '../../lib/connection.js';
import { forgetDevice } from '../../lib/device-storage.js';
import { type Deliver, Outbox, type OutgoingMessage } from './outbox.js';
import { createStore } from '../../lib/store.js';

const HARBOUR = 'conversation-harbour';

/** A server that can be away, refuse, or lose its answer after it has taken the message. */
class Server {
  readonly received: string[] = [];
  readonly committed = new Map<string, string>();
  answer: (message: OutgoingMessage) => 'ok' | 'away' | 'lost-answer' | 'refuse' = () => 'ok';

  readonly deliver: Deliver = async (message) => {
    await Promise.resolve();
    this.received.push(message.body);
    const answer = this.answer(message);
    if (answer === 'away') throw ApiProblem.unreachable();
    if (answer === 'refuse') throw new ApiProblem(422, 'message/too-long');
    this.committed.set(message.clientMessageId, message.body);
    if (answer === 'lost-answer') throw ApiProblem.unreachable();
  };

  get bodies(): string[] {
    return [...this.committed.values()];
  }
}

describe('Outbox', () => {
  let server: Server;
  let line: ReturnType<typeof createStore<Connection>>;
  const open: Outbox[] = [];

  async function openOutbox(person = 'person-1'): Promise<Outbox> {
    const outbox = new Outbox(person, server.deliver, line);
    open.push(outbox);
    await outbox.open();
    return outbox;
  }
  const settle = (): Promise<void> => jest.advanceTimersByTimeAsync(120_000);

  beforeEach(async () => {
    jest.useFakeTimers();
    await forgetDevice();
    server = new Server();
    line = createStore<Connection>('online');
  });
  afterEach(() => {
    for (const outbox of open.splice(0)) outbox.close();
    jest.useRealTimers();
  });

  it('shows a message as waiting at once and drops it after the commit', async () => {
    const outbox = await openOutbox();
    const message = await outbox.add(HARBOUR, 'busan', 'Good morning');
    expect(message.state).toBe('waiting');
    await settle();
    expect(server.bodies).toEqual(['Good morning']);
    expect(outbox.messages.get()).toEqual([]);
  });

  it('keeps the order in which messages were written, also behind one that needs several tries', async () => {
    let failures = 3;
    server.answer = ({ body }) => (body === 'one' && failures-- > 0 ? 'away' : 'ok');
    const outbox = await openOutbox();
    await Promise.all(['one', 'two', 'three'].map((body) => outbox.add(HARBOUR, 'busan', body)));
    await settle();
    expect(server.bodies).toEqual(['one', 'two', 'three']);
    expect(server.received.slice(0, 4)).toEqual(['one', 'one', 'one', 'one']);
  });

  it('repeats with the same client id when only the answer was lost, so that nothing is doubled', async () => {
    let lost = false;
    server.answer = () => (lost ? 'ok' : ((lost = true), 'lost-answer'));
    const outbox = await openOutbox();
    await outbox.add(HARBOUR, 'busan', 'Once only');
    await settle();
    expect(server.received).toEqual(['Once only', 'Once only']);
    expect(server.bodies).toEqual(['Once only']);
  });

  it('sends nothing while offline and everything, in order, when the line is back', async () => {
    line.set('offline');
    const outbox = await openOutbox();
    for (const body of ['one', 'two', 'three']) await outbox.add(HARBOUR, 'busan', body);
    await settle();
    expect(server.received).toEqual([]);
    line.set('online');
    await settle();
    expect(server.bodies).toEqual(['one', 'two', 'three']);
  });

  it('tries at once when the line comes back, without waiting out its pause', async () => {
    server.answer = () => 'away';
    const outbox = await openOutbox();
    await outbox.add(HARBOUR, 'busan', 'Are you there?');
    line.set('reconnecting');
    await settle();
    server.answer = () => 'ok';
    line.set('online');
    await jest.advanceTimersByTimeAsync(10);
    expect(server.bodies).toEqual(['Are you there?']);
  });

  it('survives a reload in order, for the same person only', async () => {
    line.set('offline');
    const before = await openOutbox();
    for (const body of ['On the train', 'In the tunnel']) await before.add(HARBOUR, 'busan', body);
    before.close();

    line.set('online');
    const stranger = await openOutbox('person-2');
    await settle();
    expect(stranger.messages.get()).toEqual([]);
    expect(server.bodies).toEqual([]);

    await openOutbox();
    await settle();
    expect(server.bodies).toEqual(['On the train', 'In the tunnel']);
  });

  it('stops at a refused message with its code until it is sent again or thrown away', async () => {
    server.answer = ({ body }) => (body === 'too long' ? 'refuse' : 'ok');
    const outbox = await openOutbox();
    const refused = await outbox.add(HARBOUR, 'busan', 'too long');
    await outbox.add(HARBOUR, 'busan', 'after it');
    await settle();
    expect(outbox.messages.get()).toMatchObject([
      { body: 'too long', state: 'refused', problem: 'message/too-long' },
      { body: 'after it', state: 'waiting' },
    ]);

    await outbox.discard(refused.clientMessageId);
    await settle();
    expect(server.bodies).toEqual(['after it']);
  });

  it('does not let one conversation wait for another', async () => {
    server.answer = ({ conversationId }) => (conversationId === HARBOUR ? 'away' : 'ok');
    const outbox = await openOutbox();
    await outbox.add(HARBOUR, 'busan', 'stuck');
    await outbox.add('conversation-golf', 'busan', 'free');
    await jest.advanceTimersByTimeAsync(10);
    expect(server.bodies).toEqual(['free']);
  });
});
