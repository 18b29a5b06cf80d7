/** A sentence of a text and where it stands there, in UTF-16 units. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Shorter ones are headings and exclamations: too little to mean something. */
const SHORTEST = 6;
/** A profile has a dozen sentences; of a book the first ones are read. */
const MOST = 64;

const SENTENCE = /[^.!?。！？\n;；]+/gu;

export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const { 0: part, index } of text.matchAll(SENTENCE)) {
    const trimmed = part.trim();
    if (trimmed.length < SHORTEST) continue;
    const start = index + part.indexOf(trimmed);
    sentences.push({ text: trimmed, start, end: start + trimmed.length });
    if (sentences.length === MOST) break;
  }
  return sentences;
}
