import { classOf, HAN, HANGUL, HIRAGANA, KATAKANA, MARK, UNSPACED, WORD } from './characters.js';
import type { CharacterStream } from './stream.js';

/** Hangul words shorter than this are too easily a piece of a longer word to be found in its middle. */
const FREE_HANGUL_SYLLABLES = 3;

/**
 * What may follow a short Korean word as the single last syllable of its phrase: a particle or a suffix that leaves
 * the meaning alone ("온천은", "골프장", "관광객"). "도시" is not found in "도시락" (a lunch box).
 */
const KOREAN_LAST_SYLLABLE = unitsIn(
  '은는이가을를의에와과도만로며나랑요시군구항산섬역장촌길객업사인들형용적점집식권비팀원실관소부회별화단등급제및간내외용품기지대급측발행',
);

const classAt = (stream: CharacterStream, at: number): number =>
  at < 0 || at >= stream.length ? 0 : classOf(stream.units[at] ?? 0);

function leftEdge(stream: CharacterStream, start: number, end: number): boolean {
  const before = classAt(stream, start - 1);
  switch (classAt(stream, start)) {
    case WORD:
      return before !== WORD && before !== MARK;
    case HANGUL:
      return end - start >= FREE_HANGUL_SYLLABLES || before !== HANGUL;
    case KATAKANA:
      return before !== KATAKANA;
    default:
      return true;
  }
}

function rightEdge(stream: CharacterStream, start: number, end: number): boolean {
  const after = classAt(stream, end);
  switch (classAt(stream, end - 1)) {
    case WORD:
      return after !== WORD && after !== MARK;
    case KATAKANA:
      return after !== KATAKANA;
    case HANGUL:
      return after !== HANGUL || (end - start > 1 && leavesTheWordAlone(stream, start, end));
    case UNSPACED:
    case MARK:
      return after !== MARK;
    default:
      return true;
  }
}

/** Does a unit belong to the word or run of the one before it, so that nothing can begin with it? As `leftEdge` has it. */
export function joinsBefore(previous: number, unit: number): boolean {
  const kind = classOf(unit);
  if (kind === WORD) {
    const before = classOf(previous);
    return before === WORD || before === MARK;
  }
  return kind === KATAKANA && classOf(previous) === KATAKANA;
}

const KOREAN_PARTICLE = unitsIn('은는이가을를의에와과도만로나');

function unitsIn(letters: string): ReadonlySet<number> {
  return new Set(Array.from(letters, (letter) => letter.charCodeAt(0)));
}

const isOneOf = (letters: ReadonlySet<number>, stream: CharacterStream, at: number): boolean =>
  letters.has(stream.units[at] ?? 0);

/** Long words may be followed by anything; short ones by a compound, a particle or a suffix, itself with a particle. */
function leavesTheWordAlone(stream: CharacterStream, start: number, end: number): boolean {
  if (end - start >= FREE_HANGUL_SYLLABLES) return true;
  const isOne = classAt(stream, end + 1) !== HANGUL;
  const isOneAndParticle = classAt(stream, end + 2) !== HANGUL && isOneOf(KOREAN_PARTICLE, stream, end + 1);
  return !(isOne || isOneAndParticle) || isOneOf(KOREAN_LAST_SYLLABLE, stream, end);
}

/** May a form stand at `start..end` as a word of its own, by the habits of the scripts it begins and ends in? */
export function standsAlone(stream: CharacterStream, start: number, end: number): boolean {
  return leftEdge(stream, start, end) && rightEdge(stream, start, end);
}

const KOREAN_PARTICLES =
  /^(?:(?:에서|에게|으로|로|까지|부터|처럼|보다|이나|나|에는|에도|에|의|은|는|이|가|을|를|과|와|도|만|및|시|군|구|항|산)(?![가-힣])|(?:에서|으로|부터|까지|시의|시가|시는|시와|시에|시를))/u;

/**
 * The stricter question for single characters and for names that are also everyday words: the neighbours are of
 * another script, or what follows in Hangul is only a particle.
 */
export function standsIsolated(stream: CharacterStream, start: number, end: number): boolean {
  if (!standsAlone(stream, start, end)) return false;
  const first = classAt(stream, start);
  const last = classAt(stream, end - 1);
  if (classAt(stream, start - 1) === first && first !== WORD) return false;
  const after = classAt(stream, end);
  if (last === HANGUL && after === HANGUL) return KOREAN_PARTICLES.test(tail(stream, end));
  return !(after === last && (last === HAN || last === HIRAGANA || last === UNSPACED));
}

const TAIL = 4;

function tail(stream: CharacterStream, from: number): string {
  return String.fromCharCode(...stream.units.subarray(from, Math.min(stream.length, from + TAIL)));
}
