const ADDRESS = /https?:\/\/[^\s<>"'`]+/g;
/** Marks that end a sentence rather than an address; CJK ones among them. */
const TRAILING = /[.,;:!?)\]}。，、！？）」』]+$/u;

/** A text cut at its web addresses: words, then the address after them; the last part has none. */
export function linksIn(text: string): { before: string; href: string | null }[] {
  const parts: { before: string; href: string | null }[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const href = ended(match[0]);
    if (!URL.canParse(href)) continue;
    parts.push({ before: text.slice(end, match.index), href });
    end = match.index + href.length;
  }
  return [...parts, { before: text.slice(end), href: null }];
}

/** Without what ends the sentence; a bracket that the address has opened itself closes in it. */
function ended(address: string): string {
  const bare = address.replace(TRAILING, '');
  const isOpen = bare.split('(').length > bare.split(')').length;
  return isOpen && address[bare.length] === ')' ? `${bare})` : bare;
}
