import { readFileSync, writeFileSync } from 'node:fs';
import { broken, checkHistory, type Attempt, type History, type Seen } from './check-history.js';

type Line =
  | {
      what: 'attempt';
      value: Omit<Attempt, 'invokedAt' | 'endedAt'> & { invokedAt: string; endedAt: string };
    }
  | ({ what: 'final' | 'applied'; who: string } & Seen)
  | { what: 'departure'; value: NonNullable<History['departures']>[number] }
  | { what: 'received'; value: NonNullable<History['received']>[number] };

/** Writes a history down, a JSON document in each line. */
export function writeHistory(path: string, history: History): void {
  const lines: Line[] = [
    ...history.attempts.map((attempt): Line => {
      const times = { invokedAt: String(attempt.invokedAt), endedAt: String(attempt.endedAt) };
      return { what: 'attempt', value: { ...attempt, ...times } };
    }),
    ...history.finals.map(({ reader, ...seen }): Line => ({ what: 'final', who: reader, ...seen })),
    ...history.applied.map(({ member, ...seen }): Line => ({ what: 'applied', who: member, ...seen })),
    ...(history.departures ?? []).map((value): Line => ({ what: 'departure', value })),
    ...(history.received ?? []).map((value): Line => ({ what: 'received', value })),
  ];
  writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

export function readHistory(path: string): History {
  const lines = readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  return {
    attempts: lines.flatMap((line) =>
      line.what === 'attempt'
        ? [{ ...line.value, invokedAt: BigInt(line.value.invokedAt), endedAt: BigInt(line.value.endedAt) }]
        : [],
    ),
    finals: seenIn(lines, 'final').map(({ who, seen }) => ({ reader: who, ...seen })),
    applied: seenIn(lines, 'applied').map(({ who, seen }) => ({ member: who, ...seen })),
    departures: lines.flatMap((line) => (line.what === 'departure' ? [line.value] : [])),
    received: lines.flatMap((line) => (line.what === 'received' ? [line.value] : [])),
  };
}

function seenIn(lines: readonly Line[], what: 'final' | 'applied'): { who: string; seen: Seen }[] {
  return lines.flatMap((line) => {
    if (line.what !== what) return [];
    const { messages, conversations } = line;
    return [{ who: line.who, seen: { messages, ...(conversations && { conversations }) } }];
  });
}

/** The history of one conversation alone. */
export function ofConversation(history: History, conversationId: string): History {
  const own = <Item extends { conversationId: string }>(items: readonly Item[] = []): Item[] =>
    items.filter((item) => item.conversationId === conversationId);
  const lists = <List extends Seen>(each: readonly List[]): List[] =>
    each.flatMap((list) => {
      const messages = own(list.messages);
      if (list.conversations === undefined) return messages.length > 0 ? [{ ...list, messages }] : [];
      if (!list.conversations.includes(conversationId)) return [];
      return [{ ...list, messages, conversations: [conversationId] }];
    });
  return {
    attempts: own(history.attempts),
    finals: lists(history.finals),
    applied: lists(history.applied),
    departures: own(history.departures),
    received: own(history.received),
  };
}

/** The shortest history of one conversation that breaks a promise; undefined when none does. */
export function shortestBroken(history: History): History | undefined {
  const ids = new Set(history.attempts.map(({ conversationId }) => conversationId));
  return [...ids]
    .map((id) => ofConversation(history, id))
    .filter((each) => Object.keys(broken(checkHistory(each))).length > 0)
    .sort((a, b) => a.attempts.length - b.attempts.length)[0];
}
