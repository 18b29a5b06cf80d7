import { fileURLToPath } from 'node:url';
import {
  blockingPairs,
  deferredAcceptance,
  pairCities,
  planMeetings,
  repairMeetings,
  type CityPair,
  type Edges,
  type MeetingRound,
} from '#libs/matching';
import { seeded } from '../setting/seeded.js';

/** What bringing people together costs, in CPU time, and how near to the best it comes. */
export interface AllocationFigures {
  readonly deferredAcceptance: {
    readonly edges: number;
    readonly milliseconds: number;
    readonly kept: number;
    readonly proposals: number;
    readonly blockingPairs: number;
  };
  readonly cityPairs: {
    readonly cities: number;
    readonly milliseconds: number;
    readonly pairs: number;
    readonly gap: number;
    /** Three yearly rounds without repeats, a third of the cities with two or three places: the slowest of them. */
    readonly laterRounds: {
      readonly milliseconds: number;
      readonly pairs: number;
      readonly gap: number;
      readonly mostMissed: number;
    };
  };
  readonly meetings: {
    readonly milliseconds: number;
    readonly meetings: number;
    readonly shareOfBound: number;
    readonly repairMilliseconds: number;
    readonly keptAfterRepair: number;
  };
}

const cpuMilliseconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

function timed<Result>(work: () => Result): { readonly result: Result; readonly milliseconds: number } {
  const start = cpuMilliseconds();
  const result = work();
  return { result, milliseconds: Math.round(cpuMilliseconds() - start) };
}

/** 5,000 asks with lists of 200 companies each, sorted as rankings are. */
function manyEdges(random: () => number, rights = 5_000, lefts = 50_000, length = 200): Edges {
  const count = rights * length;
  const [left, right] = [new Uint32Array(count), new Uint32Array(count)];
  const [byLeft, byRight] = [new Float64Array(count), new Float64Array(count)];
  for (let edge = 0; edge < count; edge += 1) {
    left[edge] = Math.floor(random() ** 1.3 * lefts);
    right[edge] = Math.floor(edge / length);
    const fit = random();
    byLeft[edge] = 0.01 + 0.6 * fit + 0.39 * random();
    byRight[edge] = 0.01 + 0.6 * fit + 0.39 * random();
  }
  return { lefts, rights, left, right, byLeft, byRight };
}

function stable(random: () => number): AllocationFigures['deferredAcceptance'] {
  const edges = manyEdges(random);
  const seats = {
    ofLeft: new Uint8Array(edges.lefts).fill(3),
    ofRight: Uint8Array.from({ length: edges.rights }, () => 5 + Math.floor(random() * 25)),
  };
  const { result, milliseconds } = timed(() => deferredAcceptance(edges, seats));
  return {
    edges: edges.left.length,
    milliseconds,
    kept: result.count,
    proposals: result.proposals,
    blockingPairs: blockingPairs(edges, seats, result),
  };
}

function paired(random: () => number, count = 137): AllocationFigures['cityPairs'] {
  const cities = Array.from({ length: count }, (_, at) => `city-${at}`);
  const country = cities.map(() => Math.floor(random() ** 2 * 16));
  const pairs = cities.flatMap((a, at) =>
    cities
      .slice(at + 1)
      .flatMap((b, next) =>
        country[at] === country[at + 1 + next]
          ? []
          : [{ a, b, score: 0.2 + 0.5 * random() + 0.2 * random() }],
      ),
  );
  pairCities({ cities, pairs });
  const { result, milliseconds } = timed(() => pairCities({ cities, pairs }));
  return {
    cities: count,
    milliseconds,
    pairs: result.pairs.length,
    gap: result.gap,
    laterRounds: laterRounds(cities, pairs),
  };
}

function laterRounds(
  cities: readonly string[],
  pairs: readonly CityPair[],
): AllocationFigures['cityPairs']['laterRounds'] {
  const capacity = Object.fromEntries(cities.map((city, at) => [city, at % 3 === 0 ? 2 + (at % 2) : 1]));
  const met: [string, string][] = [];
  const missed: Record<string, number> = {};
  const rounds = [1, 2, 3].map(() => {
    const { result, milliseconds } = timed(() => pairCities({ cities, pairs, capacity, met, missed }));
    met.push(...result.pairs.map(({ a, b }): [string, string] => [a, b]));
    for (const city of result.alone) missed[city] = (missed[city] ?? 0) + 1;
    return { milliseconds, pairs: result.pairs.length, gap: result.gap };
  });
  const slowest = rounds.reduce((most, round) => (round.milliseconds > most.milliseconds ? round : most));
  return { ...slowest, mostMissed: Math.max(0, ...Object.values(missed)) };
}

/** Everybody free in most of the slots of a time zone and not on a day off; 40 requests each, ranked. */
function largeRound(random: () => number, parties = 300, slots = 30, requests = 12_000): MeetingRound {
  const freedom = (): Uint8Array => {
    const free = new Uint8Array(parties * slots);
    for (let party = 0; party < parties; party += 1) {
      const late = Math.floor(random() * 5);
      const dayOff = random() < 0.2 ? Math.floor(random() * 3) : -1;
      for (let slot = 0; slot < slots; slot += 1) {
        const [day, hour] = [Math.floor(slot / 10), slot % 10];
        free[party * slots + slot] = day !== dayOff && hour >= late - 2 && hour < 8 + late ? 1 : 0;
      }
    }
    return free;
  };
  const asked = new Map<number, number>();
  while (asked.size < requests) {
    const key = Math.floor(random() * parties) * parties + Math.floor(random() ** 1.3 * parties);
    asked.set(key, 1 + Math.floor(random() * 9));
  }
  return {
    buyers: parties,
    sellers: parties,
    slots,
    requests: [...asked].map(([key, weight]) => ({
      buyer: Math.floor(key / parties),
      seller: key % parties,
      weight,
    })),
    buyerFree: freedom(),
    sellerFree: freedom(),
  };
}

function met(random: () => number): AllocationFigures['meetings'] {
  const round = largeRound(random);
  const plan = timed(() => planMeetings(round));
  const buyerFree = round.buyerFree.slice();
  for (let buyer = 0; buyer < 10; buyer += 1)
    buyerFree.fill(0, buyer * round.slots, buyer * round.slots + 10);
  const repair = timed(() => repairMeetings({ ...round, buyerFree }, plan.result.slotOf));
  return {
    milliseconds: plan.milliseconds,
    meetings: plan.result.meetings,
    shareOfBound: Number((1 - plan.result.gap).toFixed(4)),
    repairMilliseconds: repair.milliseconds,
    keptAfterRepair: Number((repair.result.value / plan.result.value).toFixed(4)),
  };
}

export function measureAllocation(): AllocationFigures {
  const random = seeded(137);
  stable(seeded(1));
  return { deferredAcceptance: stable(random), cityPairs: paired(random), meetings: met(random) };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(JSON.stringify(measureAllocation(), null, 2));
