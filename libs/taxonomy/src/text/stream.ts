/**
 * The normalised character stream: what forms and texts are both turned into before they are compared.
 * NFKC, lower case, runs of white space and hyphens become one space. `starts[i]` and `ends[i]` are the offsets of
 * the original text that unit `i` came from, so that every finding can be quoted as its author wrote it.
 */
export interface CharacterStream {
  readonly units: Uint16Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly length: number;
}

const SPACE = 32;
const SLOW = 0;
const ASCII_END = 128;

/** Units that normalise to exactly one unit on their own, looked up; 0 means "take the slow path". */
const single = new Uint16Array(65536);
const isKnown = new Uint8Array(65536);

const SPACES_AND_HYPHENS = /[\s\u00ad\u2010-\u2015\u2212\uff0d_-]/u;
/** Conjoining jamo and half-width voice marks compose with their neighbours although they are not marks. */
const COMPOSING = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\uff66-\uff9f\ud800-\udfff]/u;
const CLUSTER_TAIL = /[\p{M}\u1160-\u11ff\ud7b0-\ud7ff\uff9e\uff9f]/u;

function lookUp(unit: number): number {
  if (isKnown[unit] === 1) return single[unit] ?? SLOW;
  isKnown[unit] = 1;
  const character = String.fromCharCode(unit);
  if (SPACES_AND_HYPHENS.test(character)) return (single[unit] = SPACE);
  if (COMPOSING.test(character)) return SLOW;
  const normal = character.normalize('NFKC').toLowerCase();
  return normal.length === 1 ? (single[unit] = normal.charCodeAt(0)) : SLOW;
}

class StreamWriter {
  readonly units: Uint16Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  length = 0;

  constructor(capacity: number) {
    this.units = new Uint16Array(capacity);
    this.starts = new Uint32Array(capacity);
    this.ends = new Uint32Array(capacity);
  }

  push(unit: number, start: number, end: number): void {
    if (unit === SPACE && (this.length === 0 || this.units[this.length - 1] === SPACE)) return;
    this.units[this.length] = unit;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.length += 1;
  }
}

/** The end of the cluster that begins at `start`: a code point with everything that composes onto it. */
function clusterEnd(text: string, start: number): number {
  let end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  while (end < text.length && CLUSTER_TAIL.test(text.charAt(end))) end += 1;
  return end;
}

/** One code point can expand to 18 units at most (U+FDFA); texts of that kind only grow the buffer. */
const EXPANSION = 18;

/** Normalises a text. Total for every string, lone surrogates included. */
export function toStream(text: string): CharacterStream {
  const simple = writeStream(text, text.length + EXPANSION);
  return simple ?? writeStream(text, text.length * EXPANSION + EXPANSION)!;
}

function writeStream(text: string, capacity: number): CharacterStream | undefined {
  const writer = new StreamWriter(capacity);
  let at = 0;
  while (at < text.length) {
    const unit = lookUp(text.charCodeAt(at));
    const next = text.charCodeAt(at + 1);
    if (unit !== SLOW && !(next > 0x2ff && CLUSTER_TAIL.test(text.charAt(at + 1)))) {
      if (writer.length >= capacity) return undefined;
      writer.push(unit, at, at + 1);
      at += 1;
      continue;
    }
    const end = clusterEnd(text, at);
    const normal = text.slice(at, end).normalize('NFKC').toLowerCase();
    if (writer.length + normal.length > capacity) return undefined;
    for (let i = 0; i < normal.length; i += 1)
      writer.push(lookUp(normal.charCodeAt(i)) || normal.charCodeAt(i), at, end);
    at = end;
  }
  return writer;
}

const folded = new Uint16Array(65536);
const LETTERS_WITHOUT_DECOMPOSITION: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
};

function foldUnit(unit: number): number {
  const known = folded[unit];
  if (known !== undefined && known !== 0) return known;
  const character = String.fromCharCode(unit);
  const isLatin = /\p{Script=Latin}/u.test(character);
  const base = isLatin ? (LETTERS_WITHOUT_DECOMPOSITION[character] ?? character.normalize('NFD')) : character;
  return (folded[unit] = base.charCodeAt(0));
}

const isLooseLatinMark = (unit: number, previous: number): boolean =>
  unit >= 0x300 && unit <= 0x36f && previous !== 0 && previous < 0x250;

/**
 * The same stream with the diacritics of Latin letters taken off ("đà nẵng" becomes "da nang"). Only names of places
 * are looked up in it: in words, Vietnamese diacritics tell meanings apart.
 */
export function foldLatin(stream: CharacterStream): CharacterStream {
  const units = new Uint16Array(stream.length);
  let previous = 0;
  for (let at = 0; at < stream.length; at += 1) {
    const unit = stream.units[at]!;
    if (isLooseLatinMark(unit, previous)) return foldDroppingMarks(stream);
    previous = unit < ASCII_END ? unit : foldUnit(unit);
    units[at] = previous;
  }
  return { units, starts: stream.starts, ends: stream.ends, length: stream.length };
}

/** The rare case of marks that did not compose with their letter: they vanish, and the offsets shift. */
function foldDroppingMarks(stream: CharacterStream): CharacterStream {
  const writer = new StreamWriter(stream.length);
  for (let at = 0; at < stream.length; at += 1) {
    const previous = writer.length === 0 ? 0 : writer.units[writer.length - 1]!;
    if (isLooseLatinMark(stream.units[at]!, previous)) continue;
    writer.push(foldUnit(stream.units[at]!), stream.starts[at]!, stream.ends[at]!);
  }
  return writer;
}
