import { Calendar, UNPLACED, type MeetingRound } from './calendar.js';
import { Ejection } from './ejection.js';
import { weightedMatching } from './weighted-matching.js';

export interface Schedule {
  /** By request: its slot, or -1. */
  readonly slotOf: Int16Array;
  readonly meetings: number;
  readonly value: number;
  /** No schedule is worth more: everybody meets at most as often as they have free slots. */
  readonly bound: number;
  /** How far below the bound, as a share of it. */
  readonly gap: number;
}

/** A meeting is worth more to those who have few: the first counts three times, the tenth hardly more than itself. */
const FEW_MEETINGS_BONUS = 1;

/**
 * Plans a round: slot after slot, the scarcest first, gets the most valuable set of meetings that fit into it
 * (an exact assignment), weighted in favour of those who have few yet; then what found no slot is placed by moving
 * others, or by dropping what is worth less. Deterministic.
 */
export function planMeetings(round: MeetingRound): Schedule {
  const calendar = new Calendar(round);
  for (const slot of scarcestFirst(round)) fillSlot(calendar, slot);
  improve(calendar);
  return scheduleOf(calendar);
}

/**
 * Adapts a plan to a round that has changed (somebody lost a slot, a request came or went): meetings that can stay,
 * stay; the others are placed anew, moving as few as needed.
 *
 * @param before by request of the changed round: its slot in the old plan, or -1
 */
export function repairMeetings(round: MeetingRound, before: Int16Array): Schedule {
  const calendar = new Calendar(round, before);
  const lost = unplaced(calendar).filter((request) => before[request] !== UNPLACED);
  const ejection = new Ejection(calendar);
  ejection.placeAll(lost);
  ejection.placeAll(unplaced(calendar));
  return scheduleOf(calendar);
}

/**
 * Places those without a slot by moving others, or else by dropping what is worth less. Each step raises the value, so
 * it ends.
 */
function improve(calendar: Calendar): void {
  const ejection = new Ejection(calendar);
  ejection.placeAll(unplaced(calendar));
  for (let waiting = unplaced(calendar); waiting.length > 0;) {
    const dropped = waiting.flatMap((request) =>
      ejection.place(request) ? [] : (ejection.exchange(request) ?? []),
    );
    waiting = dropped.length === 0 ? [] : unplaced(calendar);
  }
}

function scarcestFirst({ slots, buyerFree, sellerFree }: MeetingRound): number[] {
  const free = (of: Uint8Array, slot: number): number => {
    let count = 0;
    for (let at = slot; at < of.length; at += slots) count += of[at]!;
    return count;
  };
  const room = Array.from({ length: slots }, (_, slot) =>
    Math.min(free(buyerFree, slot), free(sellerFree, slot)),
  );
  return [...room.keys()].sort((a, b) => room[a]! - room[b]! || a - b);
}

function fillSlot(calendar: Calendar, slot: number): void {
  const { round, slotOf } = calendar;
  const [ofBuyer, ofSeller] = [new Uint16Array(round.buyers), new Uint16Array(round.sellers)];
  for (const [request, { buyer, seller }] of round.requests.entries()) {
    if (slotOf[request] === UNPLACED) continue;
    ofBuyer[buyer]! += 1;
    ofSeller[seller]! += 1;
  }
  const open = round.requests.flatMap(({ weight }, request) =>
    weight > 0 && slotOf[request] === UNPLACED && calendar.canStand(request, slot) ? [request] : [],
  );
  const few = (count: number): number => FEW_MEETINGS_BONUS / (1 + count);
  const parties = open.map((request) => round.requests[request]!);
  const { kept } = weightedMatching(
    {
      lefts: round.buyers,
      rights: round.sellers,
      left: parties.map(({ buyer }) => buyer),
      right: parties.map(({ seller }) => seller),
      weight: parties.map(
        ({ buyer, seller, weight }) => weight * (1 + few(ofBuyer[buyer]!) + few(ofSeller[seller]!)),
      ),
    },
    new Uint8Array(round.buyers).fill(1),
    new Uint8Array(round.sellers).fill(1),
  );
  for (const [at, request] of open.entries()) if (kept[at] === 1) calendar.place(request, slot);
}

/** Those without a slot, the most valuable first. */
function unplaced({ round, slotOf }: Calendar): number[] {
  return [...round.requests.keys()]
    .filter((request) => slotOf[request] === UNPLACED)
    .sort((a, b) => round.requests[b]!.weight - round.requests[a]!.weight || a - b);
}

function scheduleOf(calendar: Calendar): Schedule {
  const { slotOf, value } = calendar;
  const bound = boundOf(calendar);
  return {
    slotOf,
    meetings: slotOf.reduce((count, slot) => (slot === UNPLACED ? count : count + 1), 0),
    value,
    bound,
    gap: bound === 0 ? 0 : Math.max(0, 1 - value / bound),
  };
}

/** What could be had if all slots were alike: a b-matching with everybody's number of free slots. */
function boundOf(calendar: Calendar): number {
  const { round } = calendar;
  const { slots, buyerFree, sellerFree } = round;
  const possible = round.requests.filter(
    ({ weight }, request) =>
      weight > 0 && Array.from({ length: slots }).some((_, slot) => calendar.suits(request, slot)),
  );
  const free = (of: Uint8Array, parties: number): number[] =>
    Array.from({ length: parties }, (_, party) =>
      of.subarray(party * slots, (party + 1) * slots).reduce((sum, each) => sum + each, 0),
    );
  return weightedMatching(
    {
      lefts: round.buyers,
      rights: round.sellers,
      left: possible.map(({ buyer }) => buyer),
      right: possible.map(({ seller }) => seller),
      weight: possible.map(({ weight }) => weight),
    },
    free(buyerFree, round.buyers),
    free(sellerFree, round.sellers),
  ).bound;
}
