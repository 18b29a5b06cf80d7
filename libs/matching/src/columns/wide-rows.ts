/*
 * The loops of a search that go over every row, sixteen or more rows at a time, written in the instructions for it, which
 * JavaScript has none for. All numbers are addresses in `memory` but for weights, bars and rows; what is read or written at
 * once may reach up to `BEYOND` rows beyond its end. In words:
 *
 *   add(ours, sums, terms, oursEnd, termsEnd, from, to): for each row from `from` to before `to`, in 16 bits each,
 *       ours[row] = Σ term.weight · memory[term.bytes + row]            for terms {bytes, weight} up to oursEnd
 *       sums[row] = the same                                            for all terms
 *
 *   hope(sums, hopes, groups, groupsEnd, from, to, best): for each of these rows
 *       hopes[row] = sums[row] + Σ group.weight · group.table[min(15, max(0, Σ memory[bytes + row] − group.base))]
 *                                                                 for groups {size, weight, base, table, bytes …}
 *     and at `best` eight numbers, of which the largest is the largest hope, or that of a row beyond the end; a table has
 *     16 bytes, everything else in terms and groups 32 bits; a group's size counts its bytes
 *
 *   reach(out, at, end, bar, row): notes at `out`, in 32 bits each, the numbers of those rows, `row` being that of the
 *     first, whose 16 bits from `at` to before `end` are at least `bar`; answers how many.
 */
export const BEYOND = 32;

/* The types of Node.js leave these out. */
interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number }) => Memory;
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (code: object, imports: object) => { readonly exports: WideRows };
};

interface WideRows {
  readonly add: (
    ours: number,
    sums: number,
    terms: number,
    oursEnd: number,
    termsEnd: number,
    from: number,
    to: number,
  ) => void;
  readonly hope: (
    sums: number,
    hopes: number,
    groups: number,
    groupsEnd: number,
    from: number,
    to: number,
    best: number,
  ) => void;
  readonly reach: (out: number, at: number, end: number, bar: number, row: number) => number;
}
type Code = readonly number[];

export const PAGE = 65_536;
/** Where the parts of a group stand in it. */
export const GROUP = { size: 0, weight: 4, base: 8, table: 12, bytes: 28 } as const;
const LAST_IN_TABLE = 15;

const I32 = 0x7f;
const V128 = 0x7b;

/** A number as the format writes it: seven bits a byte, the lowest first. */
const number = (value: number): Code =>
  value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...number(value >>> 7)];
const sized = (content: Code): Code => [...number(content.length), ...content];
const list = (...entries: readonly Code[]): Code => [...number(entries.length), ...entries.flat()];
const text = (letters: string): Code => sized([...letters].map((letter) => letter.charCodeAt(0)));
const section = (id: number, content: Code): Code => [id, ...sized(content)];

const get = (local: number): Code => [0x20, local];
const set = (local: number): Code => [0x21, local];
const keep = (local: number): Code => [0x22, local];
/** Numbers below 64: of others the sign would have to be minded. */
const constant = (value: number): Code => [0x41, value];
const LESS = [0x49];
const PLUS = [0x6a];
const MINUS = [0x6b];
const BOTH = [0x71];
const SHIFTED_LEFT = [0x74];
const SHIFTED_RIGHT = [0x76];
const LOWEST_SET = [0x68];
const AGAIN_WHEN = [0x0d, 0];
const END = [0x0b];
const when = (condition: Code, ...content: readonly Code[]): Code =>
  [condition, [0x04, 0x40], ...content, END].flat();
/** Repeats `content` as long as `condition` holds. */
const repeat = (condition: Code, ...content: readonly Code[]): Code =>
  when(condition, [0x03, 0x40], ...content, condition, AGAIN_WHEN, END);
const advance = (local: number, by: number): Code => [get(local), constant(by), PLUS, set(local)].flat();
const word = (offset = 0): Code => [0x28, 2, offset];
const storeWord = [0x36, 2, 0];
const wide = (instruction: number, ...operands: Code): Code => [0xfd, ...number(instruction), ...operands];
const load = (offset = 0): Code => wide(0, 0, offset);
const store = (offset: number): Code => wide(11, 0, offset);
const NOTHING = wide(12, ...Array.from({ length: 16 }, () => 0));
const LOOKED_UP = wide(14);
const IN_EACH_OF_SIXTEEN = wide(15);
const IN_EACH_OF_EIGHT = wide(16);
const SIXTEEN_PLUS_UP_TO_255 = wide(112);
const SIXTEEN_MINUS_DOWN_TO_0 = wide(115);
const LESSER_OF_SIXTEEN = wide(119);
const EIGHT_AT_LEAST = wide(54);
const SIGNS_OF_SIXTEEN = wide(100);
const SIXTEEN_OF_EIGHT_AND_EIGHT = wide(101);
const FIRST_EIGHT = wide(137);
const LAST_EIGHT = wide(138);
const EIGHT_PLUS = wide(142);
const EIGHT_TIMES = wide(149);
const GREATER_OF_EIGHT = wide(153);

const addTo = (sum: number, ...value: readonly Code[]): Code =>
  [get(sum), value.flat(), EIGHT_PLUS, set(sum)].flat();
/** Adds the sixteen `bytes` times `weight` to the two sums of eight. */
const addWeighed = (bytes: number, weight: number, low: number, high: number): Code => [
  ...addTo(low, get(bytes), FIRST_EIGHT, get(weight), EIGHT_TIMES),
  ...addTo(high, get(bytes), LAST_EIGHT, get(weight), EIGHT_TIMES),
];
/** Where the 16 bits of row `at` stand. */
const placeOf = (address: number, at: number): Code =>
  [get(address), get(at), constant(1), SHIFTED_LEFT, PLUS].flat();

/** 32 rows at a time. */
function addition(): Code {
  const [OURS, SUMS, TERMS, OURS_END, TERMS_END, AT, TO] = [0, 1, 2, 3, 4, 5, 6] as const;
  const [TERM, ROWS] = [7, 8] as const;
  const [FIRST, SECOND, THIRD, FOURTH, BYTES, WEIGHT] = [9, 10, 11, 12, 13, 14] as const;
  const noteAt = (address: number): Code =>
    [FIRST, SECOND, THIRD, FOURTH].flatMap((sum, each) => [
      ...placeOf(address, AT),
      ...get(sum),
      ...store(16 * each),
    ]);
  const addTermsTo = (end: number): Code =>
    repeat(
      [get(TERM), get(end), LESS].flat(),
      ...[get(TERM), word(4), IN_EACH_OF_EIGHT, set(WEIGHT)],
      ...[get(TERM), word(), get(AT), PLUS, keep(ROWS), load(), set(BYTES)],
      addWeighed(BYTES, WEIGHT, FIRST, SECOND),
      ...[get(ROWS), load(16), set(BYTES)],
      addWeighed(BYTES, WEIGHT, THIRD, FOURTH),
      advance(TERM, 8),
    );
  const body = repeat(
    [get(AT), get(TO), LESS].flat(),
    ...[NOTHING, keep(FIRST), keep(SECOND), keep(THIRD), set(FOURTH), get(TERMS), set(TERM)],
    ...[addTermsTo(OURS_END), noteAt(OURS)],
    ...[addTermsTo(TERMS_END), noteAt(SUMS)],
    advance(AT, 32),
  );
  /* Two numbers and six wide values beside the parameters. */
  return [2, 2, I32, 6, V128, ...body, ...END];
}

/** Sixteen rows at a time. */
function hoping(): Code {
  const [SUMS, HOPES, GROUPS, GROUPS_END, AT, TO, BEST] = [0, 1, 2, 3, 4, 5, 6] as const;
  const [TERM, TERM_END, NUMBER] = [7, 8, 9] as const;
  const [LOW, HIGH, BYTES, WEIGHT, MOST] = [10, 11, 12, 13, 14] as const;
  const inEachOfSixteen = (offset: number): Code => [get(NUMBER), word(offset), IN_EACH_OF_SIXTEEN].flat();
  const addGroup = [
    ...[get(NUMBER), get(NUMBER), word(GROUP.size), PLUS, set(TERM_END)],
    ...[NOTHING, set(BYTES), get(NUMBER), constant(GROUP.bytes), PLUS, set(TERM)],
    repeat(
      [get(TERM), get(TERM_END), LESS].flat(),
      ...[get(BYTES), get(TERM), word(), get(AT), PLUS, load(), SIXTEEN_PLUS_UP_TO_255, set(BYTES)],
      advance(TERM, 4),
    ),
    ...[get(NUMBER), load(GROUP.table)],
    ...[get(BYTES), inEachOfSixteen(GROUP.base), SIXTEEN_MINUS_DOWN_TO_0],
    ...[constant(LAST_IN_TABLE), IN_EACH_OF_SIXTEEN, LESSER_OF_SIXTEEN, LOOKED_UP, set(BYTES)],
    ...[get(NUMBER), word(GROUP.weight), IN_EACH_OF_EIGHT, set(WEIGHT)],
    addWeighed(BYTES, WEIGHT, LOW, HIGH),
    ...[get(TERM_END), set(NUMBER)],
  ].flat();
  const body = [
    ...[NOTHING, set(MOST)].flat(),
    ...repeat(
      [get(AT), get(TO), LESS].flat(),
      ...[placeOf(SUMS, AT), load(), set(LOW), placeOf(SUMS, AT), load(16), set(HIGH)],
      ...[get(GROUPS), set(NUMBER)],
      repeat([get(NUMBER), get(GROUPS_END), LESS].flat(), addGroup),
      ...[placeOf(HOPES, AT), get(LOW), store(0), placeOf(HOPES, AT), get(HIGH), store(16)],
      ...[get(MOST), get(LOW), GREATER_OF_EIGHT, get(HIGH), GREATER_OF_EIGHT, set(MOST)],
      advance(AT, 16),
    ),
    ...[get(BEST), get(MOST), store(0)].flat(),
  ];
  return [2, 3, I32, 5, V128, ...body, ...END];
}

/** Sixteen rows at a time. */
function reaching(): Code {
  const [OUT, AT, LAST, BAR, ROW, BEGIN, REACHED] = [0, 1, 2, 3, 4, 5, 6] as const;
  const left = [get(LAST), get(AT), MINUS].flat();
  const reached = (offset: number): Code =>
    [get(AT), load(offset), get(BAR), IN_EACH_OF_EIGHT, EIGHT_AT_LEAST].flat();
  const body = [
    ...[get(OUT), set(BEGIN)],
    repeat(
      [get(AT), get(LAST), LESS].flat(),
      ...[reached(0), reached(16), SIXTEEN_OF_EIGHT_AND_EIGHT, SIGNS_OF_SIXTEEN, set(REACHED)],
      // Beyond the end stand rows that were not asked for.
      when(
        [...left, ...constant(32), ...LESS],
        ...[get(REACHED), constant(1), left, constant(1), SHIFTED_RIGHT, SHIFTED_LEFT],
        ...[constant(1), MINUS, BOTH, set(REACHED)],
      ),
      repeat(
        get(REACHED),
        ...[get(OUT), get(ROW), get(REACHED), LOWEST_SET, PLUS, storeWord],
        ...[advance(OUT, 4), get(REACHED), get(REACHED), constant(1), MINUS, BOTH, set(REACHED)],
      ),
      advance(AT, 32),
      advance(ROW, 16),
    ),
    ...[get(OUT), get(BEGIN), MINUS, constant(2), SHIFTED_RIGHT],
  ].flat();
  return [1, 2, I32, ...body, ...END];
}

const numbers = (count: number): Code => list(...Array.from({ length: count }, () => [I32]));
const PROGRAM = new WebAssembly.Module(
  Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list([0x60, ...numbers(7), 0], [0x60, ...numbers(5), ...numbers(1)])),
    ...section(2, list([...text('rows'), ...text('memory'), 2, 0, 1])),
    ...section(3, list([0], [0], [1])),
    ...section(7, list([...text('add'), 0, 0], [...text('hope'), 0, 1], [...text('reach'), 0, 2])),
    ...section(10, list(sized(addition()), sized(hoping()), sized(reaching()))),
  ]),
);

/** A memory of at least so many bytes, and what works in it. */
export function wideRows(bytes: number): WideRows & { readonly memory: Memory } {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  const { add, hope, reach } = new WebAssembly.Instance(PROGRAM, { rows: { memory } }).exports;
  return { memory, add, hope, reach };
}
