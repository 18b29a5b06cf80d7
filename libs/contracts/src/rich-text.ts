/**
 * Formatted text on the wire: the JSON of TipTap, with nothing in it but what the tables below allow. Never HTML.
 * `type: 'doc'` holds blocks; text is held by paragraphs and headings alone.
 */
export interface RichText {
  readonly type: 'doc';
  readonly content: readonly RichTextNode[];
}

export interface RichTextNode {
  readonly type: RichTextNodeType;
  readonly attrs?: Readonly<Record<string, string | number>>;
  readonly content?: readonly RichTextNode[];
  /** Of `text` alone; never empty. */
  readonly text?: string;
  readonly marks?: readonly RichTextMark[];
}

export interface RichTextMark {
  readonly type: RichTextMarkType;
  readonly attrs?: Readonly<Record<string, string>>;
}

export type RichTextNodeType =
  'paragraph' | 'heading' | 'bulletList' | 'orderedList' | 'listItem' | 'blockquote' | 'hardBreak' | 'text';

export type RichTextMarkType = 'bold' | 'italic' | 'underline' | 'strike' | 'link';

const BLOCKS = ['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote'] as const;

/** What may stand in what. A node that is not here holds nothing. */
export const RICH_TEXT_CONTENT: Readonly<
  Partial<Record<RichTextNodeType | 'doc', readonly RichTextNodeType[]>>
> = {
  doc: BLOCKS,
  paragraph: ['text', 'hardBreak'],
  heading: ['text', 'hardBreak'],
  bulletList: ['listItem'],
  orderedList: ['listItem'],
  listItem: BLOCKS,
  blockquote: BLOCKS,
};

/** Headings within a section; the section itself has the level above. */
export const RICH_TEXT_HEADINGS: readonly number[] = [3, 4];
export const RICH_TEXT_MARKS: readonly RichTextMarkType[] = ['bold', 'italic', 'underline', 'strike', 'link'];
/** Schemes a link may have: nothing that a browser would run. */
export const RICH_TEXT_LINK = /^(?:https?:\/\/|mailto:)[^\s]{1,2000}$/i;
/** Lists in lists, and no deeper. */
export const RICH_TEXT_DEPTH = 12;

/** What somebody reads of it, a line a block. Limits by characters count this text. */
export function plainTextOf(text: RichText): string {
  return text.content.map(plainLines).join('\n');
}

/** Characters as people count them (code points), without the ends of lines. */
export function richTextLength(text: RichText): number {
  return [...plainTextOf(text).replaceAll('\n', '')].length;
}

export const isBlank = (text: RichText): boolean => plainTextOf(text).trim() === '';

function plainLines(node: RichTextNode): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '\n';
  const inline = node.type === 'paragraph' || node.type === 'heading';
  return (node.content ?? []).map(plainLines).join(inline ? '' : '\n');
}
