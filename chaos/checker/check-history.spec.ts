import { type Attempt, broken, checkHistory, type History, type StoredMessage } from './check-history.js';

/** A faultless history: `count` messages in one conversation, each sent after the one before was acknowledged. */
function faultless(count: number): History {
  const messages: StoredMessage[] = Array.from({ length: count }, (_, index) => ({
    conversationId: 'c',
    clientMessageId: `m${index + 1}`,
    seq: index + 1,
  }));
  const attempts: Attempt[] = messages.map((message, index) => ({
    ...message,
    invokedAt: BigInt(index * 10),
    outcome: 'ok',
    endedAt: BigInt(index * 10 + 5),
  }));
  return {
    attempts,
    finals: [
      { reader: 'first api', messages },
      { reader: 'second api', messages },
    ],
    applied: [{ member: 'member', messages }],
  };
}

const swap = (messages: readonly StoredMessage[]): StoredMessage[] =>
  [messages[1], messages[0], ...messages.slice(2)] as StoredMessage[];
const inFinals = (
  history: History,
  change: (messages: readonly StoredMessage[]) => StoredMessage[],
): History => ({
  ...history,
  finals: history.finals.map((final) => ({ ...final, messages: change(final.messages) })),
  applied: history.applied.map((member) => ({ ...member, messages: change(member.messages) })),
});

describe('the checker of message histories', () => {
  it('finds nothing in a faultless history', () => {
    expect(broken(checkHistory(faultless(20)))).toEqual({});
  });

  it('counts a message whose fate is unknown as neither lost nor unexpected', () => {
    const history = faultless(3);
    const unknown: Attempt = {
      conversationId: 'c',
      clientMessageId: 'm9',
      invokedAt: 1n,
      outcome: 'info',
      endedAt: 2n,
    };
    expect(broken(checkHistory({ ...history, attempts: [...history.attempts, unknown] }))).toEqual({});
  });

  it('dates a message by its first attempt: that one may have been stored without an answer', () => {
    const history = faultless(3);
    const cut: Attempt = {
      conversationId: 'c',
      clientMessageId: 'm1',
      invokedAt: 0n,
      outcome: 'info',
      endedAt: 1n,
    };
    const attempts = history.attempts.map((attempt) =>
      attempt.clientMessageId === 'm1' ? { ...attempt, invokedAt: 100n, endedAt: 105n } : attempt,
    );
    expect(broken(checkHistory({ ...history, attempts }))).toEqual({ disorder: 1 });
    expect(broken(checkHistory({ ...history, attempts: [cut, ...attempts] }))).toEqual({});
  });

  const mutants: [string, (history: History) => History, string[]][] = [
    ['loses an acknowledged message', (h) => inFinals(h, (m) => m.slice(0, -1)), ['lost']],
    [
      'stores a message twice',
      (h) => inFinals(h, (m) => [...m, { conversationId: 'c', clientMessageId: 'm1', seq: m.length + 1 }]),
      ['doubled', 'moved'],
    ],
    [
      'stores what nobody sent',
      (h) => inFinals(h, (m) => [...m, { conversationId: 'c', clientMessageId: 'ghost', seq: m.length + 1 }]),
      ['unexpected'],
    ],
    [
      'burns a number',
      (h) => inFinals(h, (m) => m.map((each) => (each.seq > 3 ? { ...each, seq: each.seq + 1 } : each))),
      ['moved', 'gaps'],
    ],
    [
      'numbers against the order of acknowledgements',
      (h) => {
        const turned = { m1: 2, m2: 1 } as Record<string, number>;
        const number = <Item extends { clientMessageId: string; seq?: number }>(item: Item): Item => ({
          ...item,
          seq: turned[item.clientMessageId] ?? item.seq,
        });
        return { ...inFinals(h, (m) => swap(m.map(number))), attempts: h.attempts.map(number) };
      },
      ['disorder'],
    ],
    [
      'shows one member another order',
      (h) => ({ ...h, applied: h.applied.map((member) => ({ ...member, messages: swap(member.messages) })) }),
      ['diverged'],
    ],
    [
      'answers less on one api than on the other',
      (h) => ({
        ...h,
        finals: h.finals.map((f, index) => (index === 0 ? f : { ...f, messages: f.messages.slice(0, -2) })),
      }),
      ['diverged'],
    ],
  ];

  it.each(mutants)('is red when a system %s', (_, mutate, promises) => {
    expect(Object.keys(broken(checkHistory(mutate(faultless(20)))))).toEqual(
      expect.arrayContaining(promises),
    );
  });
});
