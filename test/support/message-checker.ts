/** What the harness saw of one attempt to post, on one monotonic clock (nanoseconds). */
export interface Attempt {
  conversationId: string;
  clientMessageId: string;
  invokedAt: bigint;
  /** `ok` is acknowledged; `fail` is surely not stored (4xx); `info` is unknown (timeout, cut, 5xx). */
  outcome: 'ok' | 'fail' | 'info';
  endedAt: bigint;
  seq?: number;
}

export interface StoredMessage {
  conversationId: string;
  clientMessageId: string;
  seq: number;
}

export interface History {
  attempts: readonly Attempt[];
  /** What the API answers at the end, per reader; every reader must be told the same. */
  finals: readonly { reader: string; messages: readonly StoredMessage[] }[];
  /** What each connected member had applied in the end, in the order it applied it. */
  applied: readonly { member: string; messages: readonly StoredMessage[] }[];
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
}

const name = (message: StoredMessage): string => `${message.conversationId}/${message.clientMessageId}`;

/**
 * Holds a history against what TTN promises: an acknowledged message is stored once, with the seq of its
 * acknowledgement; seqs are 1..n; what was acknowledged before another was sent stands before it; all readers
 * and members see the same.
 */
export function checkHistory({ attempts, finals, applied }: History): Verdict {
  const final = finals[0]?.messages ?? [];
  const stored = new Map(final.map((message) => [name(message), message]));
  const acknowledged = attempts.filter(({ outcome }) => outcome === 'ok');
  const key = (attempt: Attempt): string => `${attempt.conversationId}/${attempt.clientMessageId}`;
  const invoked = new Set(attempts.map(key));
  return {
    lost: acknowledged.filter((attempt) => !stored.has(key(attempt))).map(key),
    doubled: repeated(final.map(name)),
    unexpected: final.map(name).filter((message) => !invoked.has(message)),
    moved: acknowledged
      .filter((attempt) => stored.has(key(attempt)) && stored.get(key(attempt))?.seq !== attempt.seq)
      .map(
        (attempt) => `${key(attempt)}: acknowledged ${attempt.seq}, stored ${stored.get(key(attempt))?.seq}`,
      ),
    gaps: gapsOf(final),
    disorder: disorderOf(acknowledged, firstSent(attempts, key), key),
    diverged: [
      ...finals.slice(1).map(({ reader, messages }) => ({ who: reader, messages })),
      ...applied.map(({ member, messages }) => ({ who: member, messages })),
    ].flatMap(({ who, messages }) => divergence(who, messages, final)),
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

function repeated(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((each) => seen.has(each) || !seen.add(each));
}

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
function disorderOf(
  acknowledged: readonly Attempt[],
  sentAt: ReadonlyMap<string, bigint>,
  key: (attempt: Attempt) => string,
): string[] {
  const byTime = (time: (attempt: Attempt) => bigint) => (a: Attempt, b: Attempt) =>
    Number(time(a) - time(b));
  const sent = (attempt: Attempt): bigint => sentAt.get(key(attempt)) ?? attempt.invokedAt;
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
      return [`${key(attempt)}: seq ${attempt.seq} although ${highest} was acknowledged before`];
    });
  });
}

/** When each message was sent for the first time. */
function firstSent(attempts: readonly Attempt[], key: (attempt: Attempt) => string): Map<string, bigint> {
  const sent = new Map<string, bigint>();
  for (const attempt of attempts) {
    const known = sent.get(key(attempt));
    if (known === undefined || attempt.invokedAt < known) sent.set(key(attempt), attempt.invokedAt);
  }
  return sent;
}

function divergence(who: string, seen: readonly StoredMessage[], final: readonly StoredMessage[]): string[] {
  const expected = byConversation(final);
  return [...byConversation(seen)].flatMap(([conversation, messages]) => {
    const truth = [...(expected.get(conversation) ?? [])].sort((a, b) => a.seq - b.seq);
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
