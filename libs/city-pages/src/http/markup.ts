/** HTML that is safe to send: made by `markup` only, which escapes everything else that is put into it. */
export class Markup {
  constructor(readonly html: string) {}
}

type Part = Markup | readonly Markup[] | string | number | null | undefined | false;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Fit for element content and for attribute values in quotes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

function htmlOf(part: Part): string {
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  if (!part) return '';
  return part instanceof Markup ? part.html : part.map(({ html }) => html).join('');
}

/** Template tag: the literal parts are HTML, values are text; nothing stands for null, undefined and false. */
export function markup(strings: TemplateStringsArray, ...values: readonly Part[]): Markup {
  return new Markup(strings.map((literal, index) => literal + htmlOf(values[index])).join(''));
}

/** Data for machines inside a page. No text in it can end the element that holds it. */
export function jsonLd(data: object): Markup {
  const json = JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return new Markup(`<script type="application/ld+json">${json}</script>`);
}
