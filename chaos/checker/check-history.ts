/** What the harness saw of one attempt to post, on one monotonic clock (nanoseconds). */
export interface Attempt {
  conversationId: string;
  clientMessageId: string;
  invokedAt: bigint;
  /** `ok` is acknowledged; `fail` is surely not stored (4xx); `info` is unknown (timeout, cut, 5xx). */
  outcome: 'ok' | 'fail' | 'info';
  endedAt: bigint;
  seq?: number;
  /** What was written. Where a harness gives it, every message it means to send says something else. */
  text?: string;
}

export interface StoredMessage {
  conversationId: string;
  clientMessageId: string;
  seq: number;
  text?: string;
}

export interface Seen {
  messages: readonly StoredMessage[];
  /** Conversations they take part in; where it is not given, those they saw something of. */
  conversations?: readonly string[];
}

/** Somebody who was removed: nothing after this number may reach them. */
export interface Departure {
  member: string;
  conversationId: string;
  leftSeq: number;
}

export interface History {
  attempts: readonly Attempt[];
  /** What the API answers at the end, per reader; every reader must be told the same. The first is the truth. */
  finals: readonly (Seen & { reader: string })[];
  /** What each connected member had applied in the end, in the order it applied it. */
  applied: readonly (Seen & { member: string })[];
  departures?: readonly Departure[];
  /** Everything that arrived at somebody, pushed or read, however often. */
  received?: readonly { member: string; conversationId: string; seq: number }[];
}

/** One list per promise; all must be empty. A line names the conversation, the message and what is wrong. */
export interface Verdict {
  lost: string[];
  doubled: string[];
  unexpected: string[];
  moved: string[];
  gaps: string[];
  disorder: string[];
  diverged: string[];
  /** Refused, and stored all the same. */
  phantom: string[];
  /** Reached somebody who had been removed before it was written. */
  late: string[];
}

const nameOf = ({ conversationId, clientMessageId }: Attempt | StoredMessage): string =>
  `${conversationId}/${clientMessageId}`;

/**
 * Holds a history against what TTN promises: an acknowledged message is stored once, with the seq of its
 * acknowledgement; seqs are 1..n; what was acknowledged before another was sent stands before it; all readers
 * and members see the same, up to where they were removed; what was refused is not there.
 */
export function checkHistory(history: History): Verdict {
  const { attempts, finals, applied, departures = [] } = history;
  const final = finals[0]?.messages ?? [];
  const stored = new Map(final.map((message) => [nameOf(message), message]));
  const acknowledged = attempts.filter(({ outcome }) => outcome === 'ok');
  const perhaps = new Set(attempts.filter(({ outcome }) => outcome !== 'fail').map(nameOf));
  const invoked = new Set(attempts.map(nameOf));
  return {
    lost: acknowledged.filter((attempt) => !stored.has(nameOf(attempt))).map(nameOf),
    doubled: [...repeated(final.map(nameOf)), ...repeated(final.flatMap(textOf))],
    unexpected: final.map(nameOf).filter((message) => !invoked.has(message)),
    moved: acknowledged
      .filter((attempt) => stored.has(nameOf(attempt)) && stored.get(nameOf(attempt))?.seq !== attempt.seq)
      .map(
        (attempt) =>
          `${nameOf(attempt)}: acknowledged ${attempt.seq}, stored ${stored.get(nameOf(attempt))?.seq}`,
      ),
    gaps: gapsOf(final),
    disorder: disorderOf(acknowledged, firstSent(attempts)),
    diverged: [
      ...finals.slice(1).map((seen) => ({ ...seen, who: seen.reader })),
      ...applied.map((seen) => ({ ...seen, who: seen.member })),
    ].flatMap((seen) => divergence(seen, final, departures)),
    phantom: final.map(nameOf).filter((message) => invoked.has(message) && !perhaps.has(message)),
    late: lateOf(history),
  };
}

/** The promises a history breaks, with how often; empty when it keeps them all. */
export function broken(verdict: Verdict): Record<string, number> {
  return Object.fromEntries(
    Object.entries(verdict as unknown as Record<string, string[]>).flatMap(([promise, lines]) =>
      lines.length > 0 ? [[promise, lines.length]] : [],
    ),
  );
}

/** How many messages whose fate was unknown were stored after all: no fault, but good to know. */
export function recovered({ attempts, finals }: History): number {
  const stored = new Set((finals[0]?.messages ?? []).map(nameOf));
  const settled = new Set(attempts.filter(({ outcome }) => outcome === 'ok').map(nameOf));
  const unknown = new Set(attempts.filter(({ outcome }) => outcome === 'info').map(nameOf));
  return [...unknown].filter((name) => stored.has(name) && !settled.has(name)).length;
}

function repeated(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((each) => seen.has(each) || !seen.add(each));
}

const textOf = ({ conversationId, text }: StoredMessage): string[] =>
  text === undefined ? [] : [`${conversationId}: "${text}"`];

function byConversation<Item extends { conversationId: string }>(
  items: readonly Item[],
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(item.conversationId);
    if (group) group.push(item);
    else groups.set(item.conversationId, [item]);
  }
  return groups;
}

function gapsOf(final: readonly StoredMessage[]): string[] {
  return [...byConversation(final)].flatMap(([conversation, messages]) => {
    const seqs = messages.map(({ seq }) => seq).sort((a, b) => a - b);
    return seqs.flatMap((seq, index) =>
      seq === index + 1 ? [] : [`${conversation}: ${seq} at place ${index + 1}`],
    );
  });
}

/**
 * Acknowledged before the other was first sent, yet numbered after it: one sweep per conversation, by time. A
 * message is sent when its first attempt is: that one may have been stored although only a later one was
 * acknowledged.
 */
function disorderOf(acknowledged: readonly Attempt[], sentAt: ReadonlyMap<string, bigint>): string[] {
  const byTime = (time: (attempt: Attempt) => bigint) => (a: Attempt, b: Attempt) =>
    Number(time(a) - time(b));
  const sent = (attempt: Attempt): bigint => sentAt.get(nameOf(attempt)) ?? attempt.invokedAt;
  return [...byConversation(acknowledged).values()].flatMap((attempts) => {
    const ended = [...attempts].sort(byTime(({ endedAt }) => endedAt));
    const started = [...attempts].sort(byTime(sent));
    let highest = 0;
    let next = 0;
    return started.flatMap((attempt) => {
      for (let before = ended[next]; before && before.endedAt < sent(attempt); before = ended[next]) {
        highest = Math.max(highest, before.seq ?? 0);
        next += 1;
      }
      if ((attempt.seq ?? 0) > highest) return [];
      return [`${nameOf(attempt)}: seq ${attempt.seq} although ${highest} was acknowledged before`];
    });
  });
}

/** When each message was sent for the first time. */
function firstSent(attempts: readonly Attempt[]): Map<string, bigint> {
  const sent = new Map<string, bigint>();
  for (const attempt of attempts) {
    const known = sent.get(nameOf(attempt));
    if (known === undefined || attempt.invokedAt < known) sent.set(nameOf(attempt), attempt.invokedAt);
  }
  return sent;
}

/** Where somebody saw something else than is stored, in the part they may see. */
function divergence(
  { who, messages: all, conversations }: Seen & { who: string },
  final: readonly StoredMessage[],
  departures: readonly Departure[],
): string[] {
  const expected = byConversation(final);
  const seen = byConversation(all);
  return [...new Set([...(conversations ?? []), ...seen.keys()])].flatMap((conversation) => {
    const messages = seen.get(conversation) ?? [];
    const left = leftAt(departures, who, conversation);
    const truth = [...(expected.get(conversation) ?? [])]
      .filter(({ seq }) => seq <= left)
      .sort((a, b) => a.seq - b.seq);
    const at = truth.findIndex((message, index) => {
      const other = messages[index];
      return other?.seq !== message.seq || other.clientMessageId !== message.clientMessageId;
    });
    if (at < 0 && messages.length === truth.length) return [];
    return [
      `${who} in ${conversation}: differs at place ${at < 0 ? truth.length + 1 : at + 1} (${messages.length} of ${truth.length})`,
    ];
  });
}

function leftAt(departures: readonly Departure[], who: string, conversation: string): number {
  const departure = departures.find(
    ({ member, conversationId }) => member === who && conversationId === conversation,
  );
  return departure?.leftSeq ?? Infinity;
}

function lateOf({ received = [], departures = [] }: History): string[] {
  return received.flatMap(({ member, conversationId, seq }) => {
    const left = leftAt(departures, member, conversationId);
    return seq > left ? [`${member} in ${conversationId}: ${seq} arrived, removed at ${left}`] : [];
  });
}
