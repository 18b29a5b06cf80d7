/*
 * Sixteen rows at a time: the one loop of a search that goes over every row, written in the instructions for it, which
 * JavaScript has none for. `add(sums, terms, end, length)` takes addresses in `memory`: terms are pairs of 32 bits from
 * `terms` to before `end`, where the bytes of a term's rows begin and its weight; `sums` gets, in 16 bits for each of
 * `length` rows, the sum of weight times byte. There is at least one term and one row; all are read and written in
 * sixteens. In words:
 *
 *   for (at = 0; at < length; at += 16) {
 *     low = high = 0
 *     for (term = terms; term < end; term += 8) {
 *       bytes = memory[term.rows + at … + 16]
 *       low += extended(first eight of bytes) * term.weight;  high += extended(last eight) * term.weight
 *     }
 *     memory16[sums + 2 * at …] = low, high
 *   }
 */

/* The types of Node.js leave these out. */
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (code: object, imports: object) => { readonly exports: { readonly add: AddRows } };
};

type AddRows = (sums: number, terms: number, end: number, length: number) => void;
type Code = readonly number[];

const PAGE = 65_536;
const I32 = 0x7f;
const V128 = 0x7b;
const [SUMS, TERMS, END, LENGTH, AT, TERM, LOW, HIGH, BYTES, WEIGHT] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** A number as the format writes it: seven bits a byte, the lowest first. */
const number = (value: number): Code =>
  value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...number(value >>> 7)];
const sized = (content: Code): Code => [...number(content.length), ...content];
const text = (letters: string): Code => sized([...letters].map((letter) => letter.charCodeAt(0)));
const section = (id: number, content: Code): Code => [id, ...sized(content)];

const get = (local: number): Code => [0x20, local];
const set = (local: number): Code => [0x21, local];
const keep = (local: number): Code => [0x22, local];
/** Numbers below 64: of others the sign would have to be minded. */
const constant = (value: number): Code => [0x41, value];
const loop = (...content: readonly Code[]): Code => [0x03, 0x40, ...content.flat(), 0x0b];
const AGAIN_IF_LESS = [0x49, 0x0d, 0];
const PLUS = [0x6a];
const SHIFTED_LEFT = [0x74];
const word = (offset: number): Code => [0x28, 2, offset];
const wide = (instruction: number, ...operands: Code): Code => [0xfd, ...number(instruction), ...operands];
const LOAD = wide(0, 0, 0);
const store = (offset: number): Code => wide(11, 0, offset);
const NOTHING = wide(12, ...Array.from({ length: 16 }, () => 0));
const IN_EACH_OF_EIGHT = wide(16);
const FIRST_EIGHT = wide(137);
const LAST_EIGHT = wide(138);
const EIGHT_PLUS = wide(142);
const EIGHT_TIMES = wide(149);

const weighed = (half: Code, sum: number): Code[] => [
  get(sum),
  get(BYTES),
  half,
  get(WEIGHT),
  EIGHT_TIMES,
  EIGHT_PLUS,
  set(sum),
];

const ADD = [
  loop(
    ...[NOTHING, keep(LOW), set(HIGH), get(TERMS), set(TERM)],
    loop(
      ...[get(TERM), word(0), get(AT), PLUS, LOAD, set(BYTES)],
      ...[get(TERM), word(4), IN_EACH_OF_EIGHT, set(WEIGHT)],
      ...weighed(FIRST_EIGHT, LOW),
      ...weighed(LAST_EIGHT, HIGH),
      ...[get(TERM), constant(8), PLUS, keep(TERM), get(END), AGAIN_IF_LESS],
    ),
    ...[get(SUMS), get(AT), constant(1), SHIFTED_LEFT, PLUS, get(LOW), store(0)],
    ...[get(SUMS), get(AT), constant(1), SHIFTED_LEFT, PLUS, get(HIGH), store(16)],
    ...[get(AT), constant(16), PLUS, keep(AT), get(LENGTH), AGAIN_IF_LESS],
  ),
  [0x0b],
].flat();

/** Two numbers and four wide values beside the parameters. */
const LOCALS = [2, 2, I32, 4, V128];
const PROGRAM = Uint8Array.from([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...section(1, [1, 0x60, 4, I32, I32, I32, I32, 0]),
  ...section(2, [1, ...text('rows'), ...text('memory'), 2, 0, 1]),
  ...section(3, [1, 0]),
  ...section(7, [1, ...text('add'), 0, 0]),
  ...section(10, [1, ...sized([...LOCALS, ...ADD])]),
]);

/** A memory of at least so many bytes, and what adds up rows in it. */
export function wideMemory(bytes: number): { readonly buffer: ArrayBuffer; readonly add: AddRows } {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(PROGRAM), { rows: { memory } });
  return { buffer: memory.buffer, add: exports.add };
}
