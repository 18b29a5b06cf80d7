import type { DomainEventType, UiLanguage } from '#libs/contracts';
import { phrase, type PhraseValues, WORDINGS } from './phrase.js';

export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Stands in stored texts where the address of the link comes in when the mail leaves. */
const LINK_PLACE = 'ttn:link';

/** The mail of an event, with {@link LINK_PLACE} for its link; undefined when the event has none. */
export function composeMail(
  type: DomainEventType,
  language: UiLanguage,
  values: PhraseValues,
): ComposedMail | undefined {
  const wording = WORDINGS[language];
  const mail = wording.events[type]?.mail;
  if (!mail) return undefined;
  const say = (message: string): string => phrase(language, message, values);
  const paragraphs = [mail.greeting ?? wording.greeting, ...mail.body].map(say);
  const action = say(mail.action);
  const footer = say(wording.footer);
  return {
    subject: say(mail.subject),
    text: [...paragraphs, `${action}:\n${LINK_PLACE}`, `-- \n${footer}`].join('\n\n').concat('\n'),
    html: page(language, paragraphs, action, footer),
  };
}

/** The same mail with the address of its link in place. */
export function withLink({ subject, text, html }: ComposedMail, address: string): ComposedMail {
  return {
    subject,
    text: text.replace(`:\n${LINK_PLACE}`, () => `:\n${address}`),
    html: html.replace(`href="${LINK_PLACE}"`, () => `href="${escaped(address)}"`),
  };
}

function page(language: UiLanguage, paragraphs: readonly string[], action: string, footer: string): string {
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width"></head>',
    '<body style="font:16px/1.6 sans-serif;color:#1b2a33;max-width:36em;margin:0 auto;padding:24px">',
    ...paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`),
    `<p><a href="${LINK_PLACE}" style="${BUTTON}">${escaped(action)}</a></p>`,
    `<p style="font-size:14px;color:#52646f">${escaped(footer)}</p>`,
    '</body></html>\n',
  ].join('\n');
}

const BUTTON =
  'display:inline-block;padding:10px 18px;border-radius:6px;background:#0b5a7a;color:#ffffff;text-decoration:none';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
