import { type Figure, figure, quantile, rounded } from '../setting/figures.js';
import { atMost, type Goal } from '../setting/report.js';
import { askAs, readMessages } from './read-messages.js';
import type { MessagingSetting } from './setting.js';
import { delaysOf } from './talk.js';
import { fillRoom, openRooms, type Room, seatTalkers, type Talker } from './talkers.js';

const MISSED = 5_000;
const LONG = 1_000_000;
/** Messages of a first screen. */
const SCREEN = 50;
const CATCH_UPS = 5;
const OPENINGS = 150;
const WARM_UP = 30;
const ROUNDS = 5;

/** Catching up after a long absence, and opening a very long conversation against empty and short ones. */
export async function measureCatchingUp(
  setting: MessagingSetting,
): Promise<{ figures: object; goals: Goal[] }> {
  const { url } = await setting.server('ttn');
  const talkers = await seatTalkers(setting.database, setting.config, 2);
  const [missed, empty, short, long] = await openRooms(setting.database, [
    talkers,
    talkers,
    talkers,
    talkers,
  ]);
  const [reader] = talkers;
  if (!missed || !empty || !short || !long || !reader) throw new Error('Nobody was seated.');
  await fillRoom(setting.database, missed, MISSED);
  await fillRoom(setting.database, short, SCREEN);
  await fillRoom(setting.database, long, LONG);
  await setting.database.query('vacuum (analyze) message');

  const took: number[] = [];
  for (let round = 0; round < CATCH_UPS; round += 1) {
    const began = performance.now();
    const { length } = await readMessages(url, reader, missed.id, 0);
    took.push(performance.now() - began);
    if (length !== MISSED) throw new Error(`${length} of ${MISSED} messages were read.`);
  }
  const openings = await measureOpenings(url, reader, { empty, short, long });
  return {
    figures: { missed: MISSED, catchUpMilliseconds: delaysOf(took), messages: LONG, ...openings },
    goals: [
      atMost(`catch-up of ${MISSED} messages: milliseconds`, 3_000, rounded(quantile(took, 0.5))),
      atMost(`opening ${LONG} messages / an empty conversation`, 1.2, openings.longToEmpty.median),
      atMost(`opening ${LONG} messages / as many as a screen shows`, 1.2, openings.longToShort.median),
    ],
  };
}

interface Openings {
  readonly openMilliseconds: Readonly<Record<string, Figure>>;
  readonly longToEmpty: Figure;
  readonly longToShort: Figure;
}

/** What a client asks to open a conversation at its end: the conversation, and a screen of messages. */
async function open(url: string, reader: Talker, { id }: Room): Promise<number> {
  const began = performance.now();
  const { lastSeq } = await askAs<{ lastSeq: number }>(url, reader, `/api/v1/conversations/${id}`);
  const messages = `/api/v1/conversations/${id}/messages?beforeSeq=${lastSeq + 1}&limit=${SCREEN}`;
  const { items } = await askAs<{ items: unknown[] }>(url, reader, messages);
  if (items.length !== Math.min(lastSeq, SCREEN))
    throw new Error(`${id} opened with ${items.length} messages.`);
  return performance.now() - began;
}

/** In rounds, the three in turn within each, so that all meet the same weather. */
async function measureOpenings(
  url: string,
  reader: Talker,
  rooms: Readonly<Record<'empty' | 'short' | 'long', Room>>,
): Promise<Openings> {
  const names = ['empty', 'short', 'long'] as const;
  const medians = { empty: [] as number[], short: [] as number[], long: [] as number[] };
  for (let turn = 0; turn < WARM_UP; turn += 1)
    for (const name of names) await open(url, reader, rooms[name]);
  for (let round = 0; round < ROUNDS; round += 1) {
    const took = { empty: [] as number[], short: [] as number[], long: [] as number[] };
    for (let turn = 0; turn < OPENINGS / ROUNDS; turn += 1) {
      for (const name of names) took[name].push(await open(url, reader, rooms[name]));
    }
    for (const name of names) medians[name].push(quantile(took[name], 0.5));
  }
  const ratio = (name: 'empty' | 'short'): Figure =>
    figure(medians.long.map((value, round) => value / (medians[name][round] ?? NaN)));
  return {
    openMilliseconds: {
      empty: figure(medians.empty),
      short: figure(medians.short),
      long: figure(medians.long),
    },
    longToEmpty: ratio('empty'),
    longToShort: ratio('short'),
  };
}
