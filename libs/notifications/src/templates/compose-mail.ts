import type { DomainEventType, UiLanguage } from '#libs/contracts';
import type { TypeGroup } from '../domain/type-groups.js';
import { renderPage } from './mail-page.js';
import { phrase, type PhraseValues, WORDINGS } from './phrase.js';

export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Stand in stored texts where addresses come in when the mail leaves. */
export const LINK_PLACE = 'ttn:link';
export const STOP_PLACE = 'ttn:stop';

/**
 * The mail of an event, with {@link LINK_PLACE} for its link and, where its reader may stop such mail,
 * {@link STOP_PLACE} for that; undefined when the event has none.
 *
 * @param stops what the reader may stop; null for what nobody can
 * @param isAnswerable whether what its reader answers is taken in
 */
export function composeMail(
  type: DomainEventType,
  language: UiLanguage,
  values: PhraseValues,
  stops: TypeGroup | null = null,
  isAnswerable = false,
): ComposedMail | undefined {
  const wording = WORDINGS[language];
  const mail = wording.events[type]?.mail;
  if (!mail) return undefined;
  const say = (message: string): string => phrase(language, message, values);
  const answer = isAnswerable ? [wording.answer] : [];
  const paragraphs = [mail.greeting ?? wording.greeting, ...mail.body, ...answer].map(say);
  const action = say(mail.action);
  const footer = say(wording.footer);
  const stop = stops && phrase(language, wording.stop, { group: wording.groups[stops] });
  return {
    subject: say(mail.subject),
    text: textPart(paragraphs, action, footer, stop),
    html: renderPage({
      ...{ language, paragraphs, footer, preview: paragraphs[1] ?? action },
      action: { label: action, address: LINK_PLACE },
      stop: stop === null ? null : { label: stop, address: STOP_PLACE },
    }),
  };
}

/** The plain text part: says all that the other one says. */
export function textPart(
  paragraphs: readonly string[],
  action: string,
  footer: string,
  stop: string | null,
): string {
  const below = stop === null ? footer : `${footer}\n${stop}:\n${STOP_PLACE}`;
  return [...paragraphs, `${action}:\n${LINK_PLACE}`, `-- \n${below}`].join('\n\n').concat('\n');
}

/** The same mail with the addresses of its links in place. */
export function withAddresses(
  { subject, text, html }: ComposedMail,
  { action, stop }: { readonly action: string; readonly stop: string | null },
): ComposedMail {
  const fill = (place: string, address: string, mail: ComposedMail): ComposedMail => ({
    ...mail,
    text: mail.text.replace(`:\n${place}`, () => `:\n${address}`),
    html: mail.html.replaceAll(`href="${place}"`, () => `href="${escaped(address)}"`),
  });
  const linked = fill(LINK_PLACE, action, { subject, text, html });
  return stop === null ? linked : fill(STOP_PLACE, stop, linked);
}

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
