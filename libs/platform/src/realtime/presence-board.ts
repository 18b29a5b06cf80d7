/** What processes tell each other about who is here. `version` counts the changes of the one that tells. */
export type PresenceGossip =
  | { readonly kind: 'beat' | 'leaving'; readonly from: string; readonly version: number }
  | { readonly kind: 'ask'; readonly from: string; readonly to: string | null }
  | {
      readonly kind: 'change';
      readonly from: string;
      readonly version: number;
      readonly actor: string;
      readonly here: boolean;
    }
  | {
      readonly kind: 'all';
      readonly from: string;
      readonly version: number;
      readonly part: number;
      readonly parts: number;
      readonly actors: readonly string[];
    };

export interface PresenceTimes {
  /** How long somebody counts as here after their last connection closed. */
  readonly graceMs: number;
  /** After how long without a word a process counts as dead. */
  readonly silentMs: number;
}

interface Other {
  version: number;
  actors: Set<string>;
  /** Parts of a whole account that is coming in. */
  coming: { version: number; parts: Map<number, readonly string[]> } | undefined;
  expiresAt: number;
}

/** Few enough for one notification of PostgreSQL. */
const ACTORS_IN_A_PART = 50;

/**
 * Who is here, counted by connections: those of this process, and what other processes told of theirs. Kept in
 * memory alone; a process that falls silent takes its people with it.
 */
export class PresenceBoard {
  private readonly own = new Map<string, number>();
  private readonly graces = new Map<string, NodeJS.Timeout>();
  private readonly others = new Map<string, Other>();
  private version = 0;
  private closed = false;

  constructor(
    private readonly name: string,
    private readonly times: PresenceTimes,
    private readonly send: (gossip: PresenceGossip) => void,
    /** Hears of everybody who comes, and of everybody who went after their grace. */
    private readonly onChange: (actor: string, here: boolean) => void,
  ) {}

  isHere(actor: string): boolean {
    return this.own.has(actor) || [...this.others.values()].some(({ actors }) => actors.has(actor));
  }

  /** A connection of this process was opened. */
  enter(actor: string): void {
    const connections = this.own.get(actor);
    clearTimeout(this.graces.get(actor));
    this.graces.delete(actor);
    if (connections === undefined) this.change(actor, true);
    else this.own.set(actor, connections + 1);
  }

  /** A connection of this process was closed. */
  leave(actor: string): void {
    const connections = this.own.get(actor);
    if (connections === undefined || this.closed) return;
    this.own.set(actor, Math.max(0, connections - 1));
    if (connections > 1 || this.graces.has(actor)) return;
    const grace = setTimeout(() => {
      this.graces.delete(actor);
      this.change(actor, false);
    }, this.times.graceMs);
    this.graces.set(actor, grace.unref());
  }

  /** Asks everybody who is with them; once, when this process begins to hear. */
  greet(): void {
    this.send({ kind: 'ask', from: this.name, to: null });
    this.beat(Date.now());
  }

  /** Says that this process lives, and forgets those that do not. */
  beat(now: number): void {
    this.send({ kind: 'beat', from: this.name, version: this.version });
    for (const [name, other] of this.others) {
      if (other.expiresAt > now) continue;
      this.others.delete(name);
      for (const actor of other.actors) if (!this.isHere(actor)) this.onChange(actor, false);
    }
  }

  /** The people of this process will come back elsewhere, most of them within their grace. */
  close(): void {
    this.closed = true;
    for (const grace of this.graces.values()) clearTimeout(grace);
    this.graces.clear();
    this.send({ kind: 'leaving', from: this.name, version: this.version });
  }

  hear(gossip: PresenceGossip, now: number): void {
    if (gossip.from === this.name) return;
    if (gossip.kind === 'ask') {
      if (gossip.to === null || gossip.to === this.name) this.tellAll();
      return;
    }
    const other = this.other(gossip.from, now);
    if (gossip.kind === 'leaving') other.expiresAt = now + this.times.graceMs;
    else other.expiresAt = now + this.times.silentMs;
    if (gossip.kind === 'all') this.take(other, gossip);
    else if (gossip.kind === 'change' && gossip.version === other.version + 1) {
      other.version = gossip.version;
      this.apply(other, gossip.actor, gossip.here);
    } else if (gossip.version > other.version) {
      // Something was lost on the way.
      this.send({ kind: 'ask', from: this.name, to: gossip.from });
    }
  }

  private change(actor: string, here: boolean): void {
    const before = this.isHere(actor);
    if (here) this.own.set(actor, 1);
    else this.own.delete(actor);
    this.version += 1;
    this.send({ kind: 'change', from: this.name, version: this.version, actor, here });
    if (this.isHere(actor) !== before) this.onChange(actor, here);
  }

  private tellAll(): void {
    const actors = [...this.own.keys()];
    const parts = Math.max(1, Math.ceil(actors.length / ACTORS_IN_A_PART));
    for (let part = 0; part < parts; part += 1) {
      const some = actors.slice(part * ACTORS_IN_A_PART, (part + 1) * ACTORS_IN_A_PART);
      this.send({ kind: 'all', from: this.name, version: this.version, part, parts, actors: some });
    }
  }

  /** Parts may arrive in any order; together they stand for the moment of their version. */
  private take(other: Other, all: Extract<PresenceGossip, { kind: 'all' }>): void {
    if (all.version < other.version) return;
    if (other.coming?.version !== all.version) other.coming = { version: all.version, parts: new Map() };
    other.coming.parts.set(all.part, all.actors);
    if (other.coming.parts.size < all.parts) return;
    const now = new Set([...other.coming.parts.values()].flat());
    other.coming = undefined;
    other.version = all.version;
    for (const actor of [...other.actors]) if (!now.has(actor)) this.apply(other, actor, false);
    for (const actor of now) if (!other.actors.has(actor)) this.apply(other, actor, true);
  }

  private apply(other: Other, actor: string, here: boolean): void {
    const before = this.isHere(actor);
    if (here) other.actors.add(actor);
    else other.actors.delete(actor);
    if (this.isHere(actor) !== before) this.onChange(actor, here);
  }

  private other(name: string, now: number): Other {
    let other = this.others.get(name);
    if (!other) {
      other = { version: 0, actors: new Set(), coming: undefined, expiresAt: now + this.times.silentMs };
      this.others.set(name, other);
    }
    return other;
  }
}
