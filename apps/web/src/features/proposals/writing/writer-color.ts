/** Colours of carets: each has at least 4.5:1 under white words, and 3:1 on paper and at night. */
const COLORS = ['#0f6f94', '#a8461c', '#1b7a4c', '#8a3fa0', '#96600a', '#b02a5b', '#3d63c4', '#5f6f1a'];

/** The colour of a person's caret, the same for everybody and everywhere. */
export function writerColor(personId: string): string {
  let sum = 0;
  for (const character of personId) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return COLORS[sum % COLORS.length] ?? '#0f6f94';
}
