import type { UiLanguage } from '#libs/contracts';
import { type ComposedMail, LINK_PLACE, STOP_PLACE, textPart } from './compose-mail.js';
import { renderPage } from './mail-page.js';
import { phrase, WORDINGS } from './phrase.js';

export interface DigestContent {
  /** Of the reader. */
  readonly name: string;
  readonly operator: string;
  /** Rows that are unread; more than `items` where there are many. */
  readonly total: number;
  readonly items: readonly {
    /** In the reader's language. */
    readonly text: string;
    /** Updates since it was read last. */
    readonly count: number;
    readonly address: string;
  }[];
}

/** The mail of the day: what is unread, each with its link, and one action. */
export function composeDigest(
  language: UiLanguage,
  { name, operator, total, items }: DigestContent,
): ComposedMail {
  const { digest, greeting, footer, stop, groups } = WORDINGS[language];
  const values = { name, operator, total: String(total), more: String(total - items.length) };
  const say = (message: string): string => phrase(language, message, values);
  const noted = items.map((item) => ({
    ...item,
    note: item.count > 1 ? phrase(language, digest.updates, { count: String(item.count) }) : null,
  }));
  const more = total > items.length ? [say(digest.more)] : [];
  const paragraphs = [say(greeting), say(digest.lead)];
  const below = [say(footer), phrase(language, stop, { group: groups.digest })] as const;
  const lines = noted.map(({ text, note, address }) => `- ${text}${note ? ` (${note})` : ''}\n  ${address}`);
  return {
    subject: say(digest.subject),
    text: textPart([...paragraphs, lines.join('\n'), ...more], say(digest.action), below[0], below[1]),
    html: renderPage({
      ...{ language, paragraphs: [...paragraphs, ...more], items: noted, footer: below[0] },
      preview: noted[0]?.text ?? say(digest.lead),
      action: { label: say(digest.action), address: LINK_PLACE },
      stop: { label: below[1], address: STOP_PLACE },
    }),
  };
}
