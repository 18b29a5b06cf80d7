import { diffArrays } from 'diff';

/** A piece of a text: in both, only in the newer, or only in the older. */
export interface Piece {
  readonly kind: 'same' | 'inserted' | 'deleted';
  readonly text: string;
}

/** Beyond this many words that differ, a text counts as replaced line by line: nobody reads such a comparison. */
const MAX_EDITS = 1_500;

/**
 * What changed from `before` to `after`, word by word. What a word is follows the language: Thai, Japanese, Chinese
 * and Korean are cut where their words end, not at spaces. The pieces that are not inserted make up `before`, those
 * that are not deleted make up `after`, letter for letter.
 */
export function wordChanges(before: string, after: string, language: string): Piece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const words = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment);
  return (
    pieces(diffArrays(words(before), words(after), { maxEditLength: MAX_EDITS })) ??
    pieces(diffArrays(lines(before), lines(after), { maxEditLength: MAX_EDITS })) ?? [
      { kind: 'deleted', text: before },
      { kind: 'inserted', text: after },
    ]
  );
}

const lines = (text: string): string[] => text.split(/(?<=\n)/);

interface Change {
  readonly value: readonly string[];
  readonly added?: boolean;
  readonly removed?: boolean;
}

/** Undefined when the two were too different to be compared. */
function pieces(changes: readonly Change[] | undefined): Piece[] | undefined {
  return changes
    ?.map(({ value, added, removed }): Piece => ({
      kind: added ? 'inserted' : removed ? 'deleted' : 'same',
      text: value.join(''),
    }))
    .filter(({ text }) => text !== '');
}
