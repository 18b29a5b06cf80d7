import { readFileSync, writeFileSync } from 'node:fs';
import {
  type Attempt,
  broken,
  checkHistory,
  type History,
  type Seen,
  type StoredMessage,
} from './check-history.js';

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

/** What is known of the first `count` numbers; messages that were never stored stay. */
function beginningOf(history: History, count: number): History {
  const names = (messages: readonly StoredMessage[]): Map<string, number> =>
    new Map(messages.map(({ clientMessageId, seq }) => [clientMessageId, seq]));
  const stored = names(history.finals.flatMap(({ messages }) => messages));
  const early = <Item extends { seq: number }>(items: readonly Item[] = []): Item[] =>
    items.filter(({ seq }) => seq <= count);
  return {
    attempts: history.attempts.filter(({ clientMessageId }) => (stored.get(clientMessageId) ?? 0) <= count),
    finals: history.finals.map((seen) => ({ ...seen, messages: early(seen.messages) })),
    applied: history.applied.map((seen) => ({ ...seen, messages: early(seen.messages) })),
    departures: history.departures ?? [],
    received: early(history.received),
  };
}

/** Without most of those who looked on: the truth stays, and one reader and one member who saw something else. */
function withFewWitnesses(history: History): History {
  const { diverged, late } = checkHistory(history);
  const differs = (who: string): boolean =>
    [...diverged, ...late].some((line) => line.startsWith(`${who} in `));
  const [truth, ...others] = history.finals;
  const reader = others.find((other) => differs(other.reader));
  const member = history.applied.find((each) => differs(each.member));
  return {
    ...history,
    finals: [truth, reader].filter((seen) => seen !== undefined),
    applied: member ? [member] : [],
    received: (history.received ?? []).filter((each) => each.member === member?.member),
  };
}

/** The promises a history breaks. */
const brokenBy = (history: History): string[] => Object.keys(broken(checkHistory(history)));

/** The shortest beginning of one conversation that breaks the same promises; undefined when none are broken. */
export function shortestBroken(history: History): History | undefined {
  const ids = new Set(history.attempts.map(({ conversationId }) => conversationId));
  const [shortest] = [...ids]
    .map((id) => withFewWitnesses(ofConversation(history, id)))
    .filter((each) => brokenBy(each).length > 0)
    .sort((a, b) => a.attempts.length - b.attempts.length);
  if (!shortest) return undefined;
  const promises = brokenBy(shortest);
  for (let count = 8; count < shortest.attempts.length; count = Math.ceil(count * 1.5)) {
    const beginning = beginningOf(shortest, count);
    const still = brokenBy(beginning);
    if (promises.every((promise) => still.includes(promise))) return beginning;
  }
  return shortest;
}
