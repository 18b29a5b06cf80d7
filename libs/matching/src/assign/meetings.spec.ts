import fc from 'fast-check';
import type { MeetingRound } from './calendar.js';
import { planMeetings, repairMeetings, type Schedule } from './meetings.js';

const rounds = (buyers: number, sellers: number, slots: number, most: number): fc.Arbitrary<MeetingRound> =>
  fc.record({
    buyers: fc.constant(buyers),
    sellers: fc.constant(sellers),
    slots: fc.constant(slots),
    requests: fc
      .uniqueArray(fc.tuple(fc.nat(buyers - 1), fc.nat(sellers - 1), fc.integer({ min: 0, max: 10 })), {
        selector: ([b, s]) => b * sellers + s,
        maxLength: most,
      })
      .map((list) => list.map(([buyer, seller, weight]) => ({ buyer, seller, weight }))),
    buyerFree: freedom(buyers * slots),
    sellerFree: freedom(sellers * slots),
  });
const freedom = (length: number) =>
  fc
    .array(fc.constantFrom(1, 1, 1, 0), { minLength: length, maxLength: length })
    .map((list) => Uint8Array.from(list));

/** The best schedule by trying every slot for every request. */
function bestByTrying(round: MeetingRound, at = 0, busy = new Set<string>()): number {
  const request = round.requests[at];
  if (request === undefined) return 0;
  let best = bestByTrying(round, at + 1, busy);
  for (let slot = 0; slot < round.slots; slot += 1) {
    const keys = [`b${request.buyer} ${slot}`, `s${request.seller} ${slot}`];
    const isFree =
      round.buyerFree[request.buyer * round.slots + slot] === 1 &&
      round.sellerFree[request.seller * round.slots + slot] === 1;
    if (!isFree || keys.some((key) => busy.has(key))) continue;
    best = Math.max(best, request.weight + bestByTrying(round, at + 1, new Set([...busy, ...keys])));
  }
  return best;
}

function expectSound(round: MeetingRound, { slotOf, value, bound, meetings }: Schedule): void {
  const busy = new Set<string>();
  let sum = 0;
  for (const [at, { buyer, seller, weight }] of round.requests.entries()) {
    const slot = slotOf[at]!;
    if (slot < 0) continue;
    sum += weight;
    expect(weight).toBeGreaterThan(0);
    expect(round.buyerFree[buyer * round.slots + slot]).toBe(1);
    expect(round.sellerFree[seller * round.slots + slot]).toBe(1);
    for (const key of [`b${buyer} ${slot}`, `s${seller} ${slot}`]) {
      expect(busy.has(key)).toBe(false);
      busy.add(key);
    }
  }
  expect(value).toBeCloseTo(sum);
  expect(busy.size).toBe(2 * meetings);
  expect(value).toBeLessThanOrEqual(bound + 1e-6);
}

describe('a round of meetings', () => {
  it('puts nobody in two places, and is never better than its bound, nor the best better', () => {
    fc.assert(
      fc.property(rounds(3, 3, 3, 7), (round) => {
        const schedule = planMeetings(round);
        expectSound(round, schedule);
        const best = bestByTrying(round);
        expect(best).toBeLessThanOrEqual(schedule.bound + 1e-6);
      }),
      { numRuns: 250 },
    );
  });

  it('comes near to the best', () => {
    const sample = fc.sample(rounds(3, 3, 3, 7), { seed: 652_739_580, numRuns: 200 });
    const shares = sample.map((round) => {
      const best = bestByTrying(round);
      return best === 0 ? 1 : planMeetings(round).value / best;
    });
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThan(0.99);
    expect(Math.min(...shares)).toBeGreaterThan(0.7);
  });

  it('gives up a meeting for one that is worth more and fits nowhere else', () => {
    const round: MeetingRound = {
      buyers: 3,
      sellers: 3,
      slots: 3,
      requests: [
        { buyer: 2, seller: 0, weight: 4 },
        { buyer: 1, seller: 0, weight: 5 },
        { buyer: 1, seller: 1, weight: 2 },
      ],
      buyerFree: Uint8Array.from([1, 0, 1, 0, 1, 0, 1, 1, 1]),
      sellerFree: Uint8Array.from([0, 1, 1, 1, 1, 1, 1, 1, 1]),
    };
    expect(planMeetings(round)).toMatchObject({ value: 9, meetings: 2 });
  });

  it('is empty where there is nobody, no slot, or nothing that is worth a meeting', () => {
    const nobody = { requests: [], buyerFree: new Uint8Array(), sellerFree: new Uint8Array() };
    for (const slots of [0, 2])
      expect(planMeetings({ ...nobody, buyers: 0, sellers: 0, slots })).toMatchObject({
        meetings: 0,
        gap: 0,
      });
    const requests = [0, -1, Number.NaN].map((weight) => ({ buyer: 0, seller: 0, weight }));
    const free = Uint8Array.from([1]);
    const round = { buyers: 1, sellers: 1, slots: 1, requests, buyerFree: free, sellerFree: free };
    expect(planMeetings(round)).toMatchObject({ meetings: 0, value: 0, bound: 0, gap: 0 });
  });

  it('is full where everybody could meet everybody', () => {
    const all = 12;
    const round: MeetingRound = {
      buyers: all,
      sellers: all,
      slots: all,
      requests: Array.from({ length: all * all }, (_, at) => ({
        buyer: Math.floor(at / all),
        seller: at % all,
        weight: 1,
      })),
      buyerFree: new Uint8Array(all * all).fill(1),
      sellerFree: new Uint8Array(all * all).fill(1),
    };
    const schedule = planMeetings(round);
    expectSound(round, schedule);
    expect(schedule.gap).toBeLessThan(0.01);
  });

  it('is repaired around what was lost, and keeps the rest in place or at least in the plan', () => {
    fc.assert(
      fc.property(rounds(5, 5, 4, 16), fc.nat(4), fc.nat(3), (round, buyer, slot) => {
        const before = planMeetings(round);
        const buyerFree = round.buyerFree.slice();
        buyerFree[buyer * round.slots + slot] = 0;
        const changed = { ...round, buyerFree };
        const after = repairMeetings(changed, before.slotOf);
        expectSound(changed, after);
        expect(after.meetings).toBeGreaterThanOrEqual(before.meetings - 1);
      }),
      { numRuns: 200 },
    );
  });
});
