import type { Closing } from '../setting/closing.js';
import { type Goal, machine, type Report } from '../setting/report.js';
import { measureCatchingUp } from './catching-up.js';
import { measureDurable } from './durable.js';
import { measureLatency } from './latency.js';
import { measurePush } from './push.js';
import { MessagingSetting } from './setting.js';
import { measureSockets } from './sockets.js';

interface Measured {
  readonly figures: object;
  readonly goals: Goal[];
}
type Part = (setting: MessagingSetting, minutes: number | undefined) => Promise<Measured>;

/** In this order: what fills memory and tables comes last. */
const PARTS: Readonly<Record<string, Part>> = {
  push: measurePush,
  latency: measureLatency,
  durable: measureDurable,
  sockets: measureSockets,
  'catching-up': measureCatchingUp,
};

/** Conversations under load: `words` name the parts that are wanted, none for all; `--minutes` lengthens `durable`. */
export async function benchMessaging(closing: Closing, words: readonly string[]): Promise<Report> {
  const minutes = minutesOf(words);
  const wanted = words.filter((word, index) => !word.startsWith('--') && words[index - 1] !== '--minutes');
  const unknown = wanted.filter((name) => !(name in PARTS));
  if (unknown.length > 0) throw new Error(`Not measured: ${unknown.join(', ')}.`);
  const before = machine();
  const measured: Record<string, object> = {};
  const goals: Goal[] = [];
  const setting = await MessagingSetting.prepare(closing);
  for (const [name, measure] of Object.entries(PARTS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.error(`Measuring ${name}.`);
    const part = await measure(setting, minutes);
    measured[name] = part.figures;
    goals.push(...part.goals);
    // Whoever ends it early has these.
    for (const { name: goal, value } of part.goals) console.error(`  ${goal}: ${value}`);
  }
  return { bench: 'messaging', machine: before, ...measured, goals };
}

/** What `--minutes` says; undefined when it is not there. */
export function minutesOf(words: readonly string[]): number | undefined {
  const at = words.indexOf('--minutes');
  return at < 0 ? undefined : Number(words[at + 1]);
}
