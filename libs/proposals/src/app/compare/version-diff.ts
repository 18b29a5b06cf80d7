import { plainTextOf } from '#libs/contracts';
import type { PrintedBlock, PrintedProposal } from '../print/printed-proposal.js';
import { canonicalJson } from '#libs/kernel';
import { type Piece, wordChanges } from './word-changes.js';

/** One field of two versions beside each other. */
export interface ComparedField {
  /** The part it stands in, as on paper. */
  readonly part: string;
  /** Null: it is the whole part. */
  readonly label: string | null;
  readonly isChanged: boolean;
  /** The words are the same, and stand in other formats. */
  readonly isReformatted: boolean;
  readonly pieces: readonly Piece[];
}

interface Field {
  readonly part: string;
  readonly label: string | null;
  readonly text: string;
  /** How its formatted texts are built; empty where it has none. */
  readonly form: string;
}

/**
 * Two versions field by field, and within a field word by word, in the order they have on paper; a field that only
 * one of them has is compared with nothing. `language` is that of the proposal.
 */
export function comparedVersions(
  before: PrintedProposal,
  after: PrintedProposal,
  language: string,
): ComparedField[] {
  const [older, newer] = [fieldsOf(before), fieldsOf(after)];
  const order = inOrder([...older.keys()], [...newer.keys()]);
  return [...order].map((key) =>
    comparedField(older.get(key) ?? NOTHING, newer.get(key) ?? NOTHING, language),
  );
}

function comparedField(one: Field, other: Field, language: string): ComparedField {
  const pieces = wordChanges(one.text, other.text, language);
  const isChanged = pieces.some(({ kind }) => kind !== 'same');
  const { part, label } = other === NOTHING ? one : other;
  return { part, label, isChanged, isReformatted: !isChanged && one.form !== other.form, pieces };
}

/** The newer order, with what only the older has after what it stood behind. */
function inOrder(older: readonly string[], newer: readonly string[]): Set<string> {
  const order = [...newer];
  older.forEach((key, index) => {
    if (order.includes(key)) return;
    const before = older.slice(0, index).findLast((one) => order.includes(one));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
  });
  return new Set(order);
}

/** What stands beside a field that only one version has. */
const NOTHING: Field = { part: '', label: null, text: '', form: '' };

function fieldsOf({ title, titleLabel, parts }: PrintedProposal): Map<string, Field> {
  const fields = new Map<string, Field>();
  const add = (field: Field): void => {
    const key = `${field.part}\n${field.label ?? ''}`;
    const known = fields.get(key);
    fields.set(
      key,
      known ? { ...known, text: `${known.text}\n${field.text}`, form: known.form + field.form } : field,
    );
  };
  add({ part: titleLabel, label: null, text: title, form: '' });
  for (const { heading, blocks } of parts) {
    for (const block of blocks) {
      if (block.kind === 'facts')
        for (const [label, text] of block.rows) add({ part: heading, label, text, form: '' });
      else add({ part: heading, label: null, text: textOf(block), form: formOf(block) });
    }
  }
  return fields;
}

/** Canonical: the same text written in another order of members is the same. */
function formOf(block: PrintedBlock): string {
  return block.kind === 'rich' ? canonicalJson(block.text) : '';
}

function textOf(block: Exclude<PrintedBlock, { kind: 'facts' }>): string {
  if (block.kind === 'text') return block.text;
  if (block.kind === 'rich') return plainTextOf(block.text);
  return block.rows.map((cells) => cells.filter((cell) => cell !== '').join(' · ')).join('\n');
}
