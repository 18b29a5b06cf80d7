import {
  RICH_TEXT_CONTENT,
  RICH_TEXT_DEPTH,
  RICH_TEXT_HEADINGS,
  RICH_TEXT_LINK,
  RICH_TEXT_MARKS,
  type RichText,
  type RichTextMark,
  type RichTextMarkType,
  type RichTextNode,
  type RichTextNodeType,
} from '#libs/contracts';
import * as Y from 'yjs';

/**
 * The field of a document as TipTap JSON, with nothing in it that the table of contracts does not allow: nodes that
 * are unknown or out of place are left out with what they hold, unknown marks and links that a browser would run
 * leave their text behind. What a client sent was checked by nobody before.
 */
export function richTextOf(fragment: Y.XmlFragment): RichText {
  return { type: 'doc', content: childrenOf(fragment, 'doc', 1) };
}

function childrenOf(parent: Y.XmlFragment, type: RichTextNodeType | 'doc', depth: number): RichTextNode[] {
  const allowed = RICH_TEXT_CONTENT[type] ?? [];
  if (depth > RICH_TEXT_DEPTH) return [];
  return parent.toArray().flatMap((child): RichTextNode[] => {
    if (child instanceof Y.XmlText) return allowed.includes('text') ? textsOf(child) : [];
    if (!(child instanceof Y.XmlElement)) return [];
    const name = child.nodeName as RichTextNodeType;
    return allowed.includes(name) && name !== 'text' ? [nodeOf(child, name, depth)] : [];
  });
}

function nodeOf(element: Y.XmlElement, type: RichTextNodeType, depth: number): RichTextNode {
  if (type === 'hardBreak') return { type };
  const content = childrenOf(element, type, depth + 1);
  const attrs = attributesOf(element, type);
  return { type, ...(attrs && { attrs }), ...(content.length > 0 && { content }) };
}

function attributesOf(element: Y.XmlElement, type: RichTextNodeType): RichTextNode['attrs'] {
  if (type === 'heading') {
    const level = Number(element.getAttribute('level'));
    return { level: RICH_TEXT_HEADINGS.includes(level) ? level : (RICH_TEXT_HEADINGS[0] ?? 3) };
  }
  if (type !== 'orderedList') return undefined;
  const start = Number(element.getAttribute('start') ?? 1);
  return { start: Number.isSafeInteger(start) && start >= 0 ? start : 1 };
}

function textsOf(text: Y.XmlText): RichTextNode[] {
  return (text.toDelta() as { insert?: unknown; attributes?: Record<string, unknown> }[]).flatMap(
    ({ insert, attributes }): RichTextNode[] => {
      if (typeof insert !== 'string' || insert === '') return [];
      const marks = marksOf(attributes ?? {});
      return [{ type: 'text', text: withoutControls(insert), ...(marks.length > 0 && { marks }) }];
    },
  );
}

/** Marks in the order of the table, so that equal texts have equal JSON. */
function marksOf(attributes: Record<string, unknown>): RichTextMark[] {
  return RICH_TEXT_MARKS.flatMap((type): RichTextMark[] => {
    const found = Object.entries(attributes).find(([name]) => markName(name) === type);
    if (!found || found[1] === null || found[1] === false) return [];
    return type === 'link' ? linkOf(found[1]) : [{ type }];
  });
}

function linkOf(value: unknown): RichTextMark[] {
  const { href } = (typeof value === 'object' ? value : {}) as { href?: unknown };
  return typeof href === 'string' && RICH_TEXT_LINK.test(href) ? [{ type: 'link', attrs: { href } }] : [];
}

/** Marks that may overlap themselves are stored under `<name>--<hash>`. */
const markName = (key: string): RichTextMarkType => key.split('--')[0] as RichTextMarkType;

/** PostgreSQL takes no NUL, and nobody sees the others. */
const withoutControls = (text: string): string => text.replace(/[^\P{Cc}\t\n]/gu, '');
