import type { WrittenText } from './concepts-of.js';
import type { Vocabulary } from './vocabulary/vocabulary.js';

/* Places that are named by where the text itself is at home, in the languages of the network. */

const NEARBY =
  /(?<!\p{L})(?:near-?by|neighbou?ring|surrounding|lân cận|phụ cận|gần đó|xung quanh|terdekat|di sekitar|sekitarnya|berdekatan|berhampiran|jiran|соседн\p{L}*|близлежащ\p{L}*|окрестн\p{L}*|поблизости)(?!\p{L})|인근|근처|주변|인접|近隣|近郊|周辺|近く|周边|周邊|附近|邻近|鄰近|ใกล้เคียง|ละแวก/iu;

const ABROAD =
  /(?<!\p{L})(?:abroad|overseas|foreign|nước ngoài|hải ngoại|luar negeri|luar negara|mancanegara|зарубежн\p{L}*|иностранн\p{L}*|за рубеж\p{L}*|за границ\p{L}*)(?!\p{L})|해외|국외|외국|海外|国外|國外|境外|ต่างประเทศ/iu;

const SENTENCE = /[^.!?。！？\n]+/gu;

/** Who is looked for: a kind of collaboration or of firm. */
const SOUGHT: ReadonlySet<string> = new Set(['collaboration', 'sector']);

/** Whether the words stand in a sentence that says who is looked for. */
function isSoughtThere(words: RegExp, { text, language }: WrittenText, vocabulary: Vocabulary): boolean {
  if (!words.test(text)) return false;
  const sought = vocabulary.tag(text, language).filter(({ kind }) => SOUGHT.has(kind));
  return [...text.matchAll(SENTENCE)].some(
    ({ 0: sentence, index }) =>
      words.test(sentence) &&
      sought.some(({ start, end }) => start >= index && end <= index + sentence.length),
  );
}

/** Whether an ask looks for somebody nearby. */
export const seeksNearby = (asked: WrittenText, vocabulary: Vocabulary): boolean =>
  isSoughtThere(NEARBY, asked, vocabulary);

/** Whether an ask looks for somebody abroad. */
export const seeksAbroad = (asked: WrittenText, vocabulary: Vocabulary): boolean =>
  isSoughtThere(ABROAD, asked, vocabulary);
