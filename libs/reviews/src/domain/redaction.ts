/** What stands where a reader of a blind round may not read. The same in all languages, and never a name. */
export const REDACTED = '█████';

/** Everything by which the people behind a proposal could be known. */
export interface Identities {
  /** Names of organizations and persons in every script and form, and their short forms. */
  readonly names: readonly string[];
}

/** Text of an editor: its paragraphs hold runs of text with marks. */
export interface RichNode {
  readonly type?: string;
  readonly text?: string;
  readonly content?: readonly RichNode[];
  readonly [key: string]: unknown;
}

/** Endings of companies, which nobody leaves out only when writing formally. */
const LEGAL_ENDING =
  /[\s,]+(?:co\.?,?\s*ltd|company limited|ltd|limited|inc|incorporated|llc|corp|corporation|gmbh|plc|pte\.?\s*ltd|sdn\.?\s*bhd|pt|jsc|s\.?a)\.?$/iu;
const LEGAL_BEGINNING =
  /^(?:주식회사|\(주\)|㈜|株式会社|（株）|pt\.?\s|บริษัท\s*|công ty\s+(?:tnhh|cổ phần)\s+)/iu;
/** Shorter ones stand in too many other words. */
const SHORTEST_NAME = 2;

// Looked for at the beginnings of words and of chains of labels alone, so that a long run is gone through once, not
// once from each of its characters.
const EMAIL = /(?<![\p{L}\p{N}._%+-])(?:[\p{L}\p{N}._%+-]+\s*@\s*[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)+/gu;
const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"')\]]+/giu;
const DOMAIN =
  /(?<![a-z0-9-]|[a-z0-9-]\.)[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|asia|travel|info|biz|io|[a-z]{2})(?:\/[^\s<>"')\]]*)?\b/giu;
const TELEPHONE = /(?:\+|\b0)[\d][\d\s().-]{6,}\d/gu;

/** Scripts that write no spaces: a name there may stand inside a longer word. */
const UNSPACED =
  /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u;

/**
 * The one layer through which everything goes that a reviewer of a blind round reads: names in any case, width or
 * spelling with other marks, mail addresses, web addresses and telephone numbers are blackened, also across the runs
 * of a formatted text.
 */
export class Redaction {
  private readonly names: readonly RegExp[];

  constructor({ names }: Identities) {
    const forms = new Set(names.flatMap(formsOf).filter((form) => form.length >= SHORTEST_NAME));
    // Longer ones first: "Busan Tours" before "Busan".
    this.names = [...forms].sort((a, b) => b.length - a.length).map(patternOf);
  }

  text(value: string): string {
    return this.spans(value).reduceRight(
      (text, [from, to]) => `${text.slice(0, from)}${REDACTED}${text.slice(to)}`,
      value,
    );
  }

  /** Every text inside a value, however deep; keys and numbers stay. */
  deep<Value>(value: Value): Value {
    if (typeof value === 'string') return this.text(value) as Value;
    if (Array.isArray(value)) return value.map((each: unknown) => this.deep(each)) as Value;
    if (typeof value !== 'object' || value === null || value instanceof Date) return value;
    if (isRich(value)) return this.rich(value) as Value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.deep(each)])) as Value;
  }

  /**
   * A text with formatting. Where a paragraph names somebody it becomes one run without marks: a name may have been
   * written half bold, and a link says in its attribute what the text does not.
   */
  private rich(node: RichNode): RichNode {
    const { content } = node;
    if (!content)
      return { ...this.attributes(node), ...(node.text !== undefined && { text: this.text(node.text) }) };
    const isParagraph = content.some(({ text }) => text !== undefined);
    if (!isParagraph) return { ...this.attributes(node), content: content.map((child) => this.rich(child)) };
    const whole = content.map((child) => child.text ?? '\n').join('');
    const redacted = this.text(whole);
    if (redacted !== whole) return { ...this.attributes(node), content: [{ type: 'text', text: redacted }] };
    return { ...this.attributes(node), content: content.map((child) => this.rich(child)) };
  }

  private attributes({ text: _text, content: _content, ...rest }: RichNode): RichNode {
    return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, this.deep(value)]));
  }

  /** Where something stands that must not be read; in order, none within another. */
  private spans(value: string): [number, number][] {
    const folded = fold(value);
    const found: [number, number][] = [];
    for (const pattern of [EMAIL, ADDRESS, DOMAIN, TELEPHONE])
      for (const match of value.matchAll(pattern)) found.push([match.index, match.index + match[0].length]);
    for (const pattern of this.names)
      for (const match of folded.text.matchAll(pattern)) {
        const from = folded.at[match.index] ?? 0;
        const to = folded.at[match.index + match[0].length] ?? value.length;
        found.push([from, to]);
      }
    return merged(found);
  }
}

function isRich(value: object): value is RichNode {
  return 'type' in value && typeof value.type === 'string' && ('content' in value || 'text' in value);
}

/** The name itself, and without what law adds to it. */
function formsOf(name: string): string[] {
  const { text } = fold(name.trim());
  const short = text.replace(LEGAL_ENDING, '').replace(LEGAL_BEGINNING, '').trim();
  return [text, short];
}

/** Between its words there may be any spaces or hyphens, or none where the script knows none. */
function patternOf(form: string): RegExp {
  const words = form.split(/[\s\-_.·]+/u).filter((word) => word !== '');
  const body = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\s\\-_.·]*');
  const bounded = UNSPACED.test(form) ? body : `(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`;
  return new RegExp(bounded, 'gu');
}

/**
 * Case, width and marks away, character by character, with the place each came from: `Đà Nẵng` is found as `da nang`.
 */
function fold(value: string): { text: string; at: number[] } {
  let text = '';
  const at: number[] = [];
  let place = 0;
  for (const character of value) {
    const plain = UNSPACED.test(character)
      ? character.normalize('NFKC')
      : character.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[đĐ]/gu, 'd').toLowerCase();
    at.push(...Array<number>(plain.length).fill(place));
    text += plain;
    place += character.length;
  }
  at.push(place);
  return { text, at };
}

function merged(spans: [number, number][]): [number, number][] {
  const result: [number, number][] = [];
  for (const [from, to] of spans.sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}
