/** What a page says of itself. */
export interface PageCard {
  readonly title: string;
  readonly description: string | null;
}

const MAX_TITLE = 200;
const MAX_DESCRIPTION = 300;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** So many tags are looked at; a page made of nothing else costs no more than that. */
const MAX_TAGS = 200;

/** Reads the head of a page as text; null where it has no title. Nothing of it is ever taken as markup. */
export function pageCard(html: string): PageCard | null {
  const tags = metaTagsOf(html);
  const title =
    metaOf(tags, 'og:title') ?? textOf(/<title[^>]{0,200}>([^<]{1,1000})<\/title/iu.exec(html)?.[1]);
  if (title === null) return null;
  const description = metaOf(tags, 'og:description') ?? metaOf(tags, 'description');
  return { title: cut(title, MAX_TITLE), description: description && cut(description, MAX_DESCRIPTION) };
}

/** A tag ends where `>` stands outside of quotes. */
function metaTagsOf(html: string): string[] {
  const tag = /<meta\s(?:[^>"']|"[^"]{0,2000}"|'[^']{0,2000}'){1,200}>/iuy;
  return [...html.matchAll(/<meta\s/giu)].slice(0, MAX_TAGS).flatMap(({ index }) => {
    tag.lastIndex = index;
    return tag.exec(html) ?? [];
  });
}

function metaOf(tags: readonly string[], name: string): string | null {
  for (const tag of tags) {
    const named = attributeOf(tag, 'property') ?? attributeOf(tag, 'name');
    if (named?.toLowerCase() === name) return textOf(attributeOf(tag, 'content'));
  }
  return null;
}

function attributeOf(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'iu').exec(tag);
  return found?.[1] ?? found?.[2];
}

function textOf(written: string | undefined): string | null {
  const text = (written ?? '')
    .replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,10}));/giu, (whole, decimal, hex, name) => {
      const code = decimal ? Number(decimal) : hex ? Number.parseInt(String(hex), 16) : undefined;
      if (code === undefined) return ENTITIES[String(name).toLowerCase()] ?? String(whole);
      return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : ' ';
    })
    // Neither control characters nor such as turn the direction of writing.
    .replaceAll(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return text === '' ? null : text;
}

const cut = (text: string, length: number): string => {
  const letters = [...text];
  return letters.length > length ? `${letters.slice(0, length - 1).join('')}…` : text;
};
