/**
 * The normalised character stream: what forms and texts are both turned into before they are compared. It is valid
 * until the next text is analysed: texts are short and many, and making arrays would cost more than reading them.
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
/** No unit below it composes onto the one before. */
const FIRST_TAIL = 0x300;

/** What parts words; control characters are no text, and nothing but a gap. */
const SPACES_AND_HYPHENS = /[\s\p{Cc}\u2010-\u2015\u2212\uff0d_-]/u;
/** Not seen by anybody: soft hyphens, joiners, direction marks, variation selectors. They part nothing. */
const INVISIBLE = /(?![\u115f\u1160\u3164\uffa0])[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
/** Conjoining jamo and half-width voice marks compose with their neighbours although they are not marks. */
const COMPOSING = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\uff66-\uff9f\ud800-\udfff]/u;
const CLUSTER_TAIL = /[\p{M}\u1160-\u11ff\ud7b0-\ud7ff\uff9e\uff9f]/u;

/** What is known of a unit, filled as units are met: what it normalises to on its own, and whether it may be a tail. */
const single = new Uint16Array(65536);
const traits = new Uint8Array(65536);
const KNOWN = 1;
const IS_TAIL = 2;
const IS_INVISIBLE = 4;

/** Spellings that are the same to every reader: Russians write "е" for "ё". */
const SAME_LETTER: Readonly<Record<string, string>> = { ё: 'е' };
/** Two of the first look like the second and are often typed for it. */
const THAI_SARA_E = 0xe40;
const THAI_SARA_AE = 0xe41;

function traitsOf(unit: number): number {
  const known = traits[unit]!;
  if (known !== 0) return known;
  const character = String.fromCharCode(unit);
  single[unit] = normalOf(character);
  const tail = CLUSTER_TAIL.test(character) ? IS_TAIL : 0;
  return (traits[unit] = KNOWN | tail | (INVISIBLE.test(character) ? IS_INVISIBLE : 0));
}

/** The one unit a character normalises to, whatever stands beside it; `SLOW` when it is more than one, or depends. */
function normalOf(character: string): number {
  if (SPACES_AND_HYPHENS.test(character)) return SPACE;
  if (COMPOSING.test(character) || INVISIBLE.test(character)) return SLOW;
  const normal = character.normalize('NFKC').toLowerCase();
  return normal.length === 1 ? (SAME_LETTER[normal] ?? normal).charCodeAt(0) : SLOW;
}

const isTail = (unit: number): boolean => (traitsOf(unit) & IS_TAIL) !== 0;

/** Thai marks compose with nothing; only several in a row may have to change places. */
function isLoneThaiMark(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0xe00 || unit > 0xe7f) return false;
  return at + 1 >= text.length || !isTail(text.charCodeAt(at + 1));
}

/** May the unit at `at` change the one before it? */
const composes = (text: string, at: number): boolean =>
  isTail(text.charCodeAt(at)) && !isLoneThaiMark(text, at);

const standsForItself = (unit: number, previous: number): boolean =>
  unit !== SLOW && (unit !== THAI_SARA_E || previous !== THAI_SARA_E);

/** What longer texts need is given back when they are done. */
const KEPT_CAPACITY = 8192;

class StreamWriter {
  readonly units: Uint16Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  length = 0;

  constructor(readonly capacity: number) {
    this.units = new Uint16Array(capacity);
    this.starts = new Uint32Array(capacity);
    this.ends = new Uint32Array(capacity);
  }

  /** Takes all units from `from` that stand for themselves, while there is room; returns where it stopped. */
  pushSimple(text: string, from: number): number {
    const { units, starts, ends } = this;
    let length = this.length;
    let previous = length === 0 ? SPACE : units[length - 1]!;
    const last = Math.min(text.length, from + this.capacity - length);
    let at = from;
    let source = at < last ? text.charCodeAt(at) : 0;
    for (; at < last; at += 1) {
      const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
      traitsOf(source);
      const unit = single[source]!;
      if (!standsForItself(unit, previous) || (next >= FIRST_TAIL && composes(text, at + 1))) break;
      source = next;
      if (unit === SPACE && previous === SPACE) continue;
      previous = unit;
      units[length] = unit;
      starts[length] = at;
      ends[length] = at + 1;
      length += 1;
    }
    this.length = length;
    return at;
  }

  push(unit: number, start: number, end: number): void {
    const last = this.length - 1;
    if (unit === SPACE && (last < 0 || this.units[last] === SPACE)) return;
    if (unit === THAI_SARA_E && last >= 0 && this.units[last] === THAI_SARA_E) {
      this.units[last] = THAI_SARA_AE;
      this.ends[last] = end;
      return;
    }
    this.units[this.length] = unit;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.length += 1;
  }
}

/** No script stacks more on one letter (Unicode allows 30 in a stream-safe text); what does is broken into several. */
const LONGEST_CLUSTER = 32;

/** The end of the cluster that begins at `start`: a code point with everything that composes onto it. */
function clusterEnd(text: string, start: number): number {
  const first = (text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1;
  const last = Math.min(text.length, start + LONGEST_CLUSTER);
  let end = start + first;
  while (end < last && isTail(text.charCodeAt(end))) end += 1;
  return end;
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

/** What is seen of a cluster, normalised. */
function normalised(cluster: string): string {
  const normal = cluster.normalize('NFKC').toLowerCase();
  return isSurrogate(normal.charCodeAt(0)) && INVISIBLE.test(normal) ? '' : normal;
}

/** One code point can expand to 18 units at most (U+FDFA); texts of that kind only grow the buffer. */
const EXPANSION = 18;

const keptWriter = new StreamWriter(KEPT_CAPACITY);

function writerFor(capacity: number): StreamWriter {
  if (capacity > KEPT_CAPACITY) return new StreamWriter(capacity);
  keptWriter.length = 0;
  return keptWriter;
}

/** Normalises a text. Total for every string, lone surrogates included. */
export function toStream(text: string): CharacterStream {
  const simple = writeStream(text, writerFor(text.length + EXPANSION));
  return simple ?? writeStream(text, new StreamWriter(text.length * EXPANSION + EXPANSION))!;
}

/** Nothing when there is not enough room. */
function writeStream(text: string, writer: StreamWriter): CharacterStream | undefined {
  let at = 0;
  while (at < text.length) {
    at = writer.pushSimple(text, at);
    if (at >= text.length) break;
    const end = clusterEnd(text, at);
    const normal = normalised(text.slice(at, end));
    if (writer.length + normal.length > writer.capacity) return undefined;
    for (let i = 0; i < normal.length; i += 1) {
      const unit = normal.charCodeAt(i);
      if ((traitsOf(unit) & IS_INVISIBLE) === 0) writer.push(single[unit]! || unit, at, end);
    }
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

const keptUnits = new Uint16Array(KEPT_CAPACITY);

/**
 * The same stream with the diacritics of Latin letters taken off ("đà nẵng" becomes "da nang"). Only names of places
 * are looked up in it: in words, Vietnamese diacritics tell meanings apart.
 */
export function foldLatin(stream: CharacterStream): CharacterStream {
  const units = stream.length > KEPT_CAPACITY ? new Uint16Array(stream.length) : keptUnits;
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
