const ADDRESS = /https?:\/\/[^\s<>"'`]+/g;
/** Marks that end a sentence rather than an address; CJK ones among them. */
const TRAILING = /[.,;:!?)\]}。，、！？）」』]+$/u;

/** A text cut at its web addresses: words, then the address after them; the last part has none. */
export function linksIn(text: string): { before: string; href: string | null }[] {
  const parts: { before: string; href: string | null }[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const href = match[0].replace(TRAILING, '');
    if (!URL.canParse(href)) continue;
    parts.push({ before: text.slice(end, match.index), href });
    end = match.index + href.length;
  }
  return [...parts, { before: text.slice(end), href: null }];
}
