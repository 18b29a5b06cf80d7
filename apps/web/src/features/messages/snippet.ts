/** Code units shown on either side of what was found. */
const SIDE = 40;

/** As much of a message as shows why it was found; nothing is marked where only folded letters agree. */
export function snippetOf(body: string, words: string): { before: string; match: string; after: string } {
  const line = body.replaceAll(/\s+/gu, ' ');
  const [first = ''] = words.split(/\s+/u);
  const at = line.toLocaleLowerCase().indexOf(first.toLocaleLowerCase());
  // Lower case may be longer than upper case (İ): then the places do not agree, and nothing is marked.
  const match =
    at < 0 || line.length !== line.toLocaleLowerCase().length ? '' : line.slice(at, at + first.length);
  if (match === '') return { before: [...line].slice(0, 3 * SIDE).join(''), match: '', after: '' };
  const start = Math.max(0, at - SIDE);
  const end = at + match.length + 2 * SIDE;
  return {
    before: (start > 0 ? '…' : '') + line.slice(start, at),
    match,
    after: line.slice(at + match.length, end) + (end < line.length ? '…' : ''),
  };
}
