import type { Cluster, Node } from './cluster.js';

/** What is broken, and how it is mended. */
export interface Fault {
  /** e.g. `kill api` */
  readonly kind: FaultKind;
  /** The party it strikes, e.g. `api 2`. */
  readonly target: string;
  /** The api whose clients are concerned; undefined: everybody's. */
  readonly home?: number;
  /** The worker that is struck. */
  readonly worker?: Node;
  /** How long it lasts before it is mended, in milliseconds. */
  readonly lastsMs: number;
  strike(): void | Promise<void>;
  heal(): void | Promise<void>;
}

export const KILLS = ['kill api', 'kill PostgreSQL', 'kill worker', 'kill Redis'] as const;
const DISTURBANCES = [
  'cut line',
  'blackhole line',
  'delay line',
  'lose answers',
  'storm of reconnects',
  'freeze api',
  'freeze worker',
] as const;
export type FaultKind = (typeof KILLS)[number] | (typeof DISTURBANCES)[number];

/** A supervisor takes a moment to notice. */
const RESTART_AFTER_MS = 500;
/** Longer than a worker's lock: when it wakes, its jobs belong to somebody else. */
const FROZEN_WORKER_MS = 12_000;

/** Deals faults: first each kind once, kills before disturbances, then whatever chance says. */
export class FaultDealer {
  private readonly waiting: FaultKind[];
  private readonly kinds: readonly FaultKind[];

  constructor(
    private readonly cluster: Cluster,
    private readonly chance: () => number,
    only?: readonly FaultKind[],
  ) {
    const possible = ([...KILLS, ...DISTURBANCES] as const).filter(
      (kind) => kind !== 'kill Redis' || cluster.redis !== undefined,
    );
    this.kinds = only ?? possible;
    const isKill = (kind: FaultKind): boolean => (KILLS as readonly FaultKind[]).includes(kind);
    this.waiting = [
      ...this.shuffled(this.kinds.filter(isKill)),
      ...this.shuffled(this.kinds.filter((kind) => !isKill(kind))),
    ];
  }

  next(): Fault {
    return this.make(this.waiting.shift() ?? this.pick(this.kinds));
  }

  private make(kind: FaultKind): Fault {
    const { cluster } = this;
    switch (kind) {
      case 'kill api':
        return this.onApi(kind, RESTART_AFTER_MS, (api) => ({
          strike: () => api.program.end('SIGKILL'),
          heal: () => api.program.startAgain(),
        }));
      case 'freeze api':
        return this.onApi(kind, this.between(2_000, 5_000), (api) => ({
          strike: () => process.kill(api.program.pid, 'SIGSTOP') as unknown as void,
          heal: () => process.kill(api.program.pid, 'SIGCONT') as unknown as void,
        }));
      case 'kill worker':
        return this.onWorker(kind, RESTART_AFTER_MS, (worker) => ({
          strike: () => worker.program.end('SIGKILL'),
          heal: () => worker.program.startAgain(),
        }));
      case 'freeze worker':
        return this.onWorker(kind, FROZEN_WORKER_MS, (worker) => ({
          strike: () => process.kill(worker.program.pid, 'SIGSTOP') as unknown as void,
          heal: () => process.kill(worker.program.pid, 'SIGCONT') as unknown as void,
        }));
      case 'kill PostgreSQL':
        return {
          ...{ kind, target: 'PostgreSQL', lastsMs: RESTART_AFTER_MS },
          strike: () => {
            cluster.database.kill();
          },
          heal: () => cluster.database.restart(),
        };
      case 'kill Redis':
        return {
          ...{ kind, target: 'Redis', lastsMs: RESTART_AFTER_MS },
          strike: () => cluster.redis?.end('SIGKILL'),
          heal: () => cluster.redis?.start(),
        };
      case 'storm of reconnects':
        return {
          ...{ kind, target: 'all clients', lastsMs: 0 },
          strike: () => {
            for (const { fromClients } of cluster.apis) fromClients?.cut();
          },
          heal: () => undefined,
        };
      default:
        return this.onLine(kind);
    }
  }

  private onLine(kind: 'cut line' | 'blackhole line' | 'delay line' | 'lose answers'): Fault {
    const link = this.pick(this.cluster.links);
    const delayMs = this.between(50, 400);
    const strikes = {
      'cut line': () => {
        link.cut();
      },
      'blackhole line': () => {
        link.blackhole();
      },
      'delay line': () => {
        link.delay(delayMs);
      },
      'lose answers': () => {
        link.deafen();
      },
    };
    return {
      ...{ kind, target: link.name, lastsMs: kind === 'cut line' ? 0 : this.between(1_000, 4_000) },
      strike: strikes[kind],
      heal: () => {
        link.heal();
      },
    };
  }

  private onApi(
    kind: FaultKind,
    lastsMs: number,
    blow: (api: Node) => Pick<Fault, 'strike' | 'heal'>,
  ): Fault {
    const api = this.pick(this.cluster.apis.filter(({ program }) => program.isUp));
    const home = this.cluster.apis.indexOf(api);
    return { kind, target: api.program.name, home, lastsMs, ...blow(api) };
  }

  private onWorker(
    kind: FaultKind,
    lastsMs: number,
    blow: (worker: Node) => Pick<Fault, 'strike' | 'heal'>,
  ): Fault {
    const worker = this.pick(this.cluster.workers.filter(({ program }) => program.isUp));
    return { kind, target: worker.program.name, worker, lastsMs, ...blow(worker) };
  }

  private pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.chance() * items.length)];
    if (item === undefined) throw new Error('There is nothing to pick from.');
    return item;
  }

  private between(least: number, most: number): number {
    return Math.round(least + (most - least) * this.chance());
  }

  private shuffled<Item>(items: readonly Item[]): Item[] {
    return items
      .map((item) => ({ item, place: this.chance() }))
      .sort((a, b) => a.place - b.place)
      .map(({ item }) => item);
  }
}
