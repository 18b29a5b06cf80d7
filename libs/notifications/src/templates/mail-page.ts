import { createRequire } from 'node:module';
import type { UiLanguage } from '#libs/contracts';

type Element = object;
type Component = string | object;
interface MailParts {
  readonly createElement: (
    component: Component,
    properties: Readonly<Record<string, unknown>> | null,
    ...children: readonly (Element | string | null)[]
  ) => Element;
  readonly parts: Readonly<
    Record<
      'Body' | 'Button' | 'Container' | 'Head' | 'Hr' | 'Html' | 'Link' | 'Preview' | 'Section' | 'Text',
      Component
    >
  >;
  readonly renderToStaticMarkup: (page: Element) => string;
}

const load = createRequire(import.meta.url);
let loaded: MailParts | undefined;

/**
 * What mails are made with, loaded with the first one: processes that write none do without. Typed here, because the
 * types of React declare the page of a browser for the whole server.
 */
function mailParts(): MailParts {
  loaded ??= {
    createElement: (load('react') as Pick<MailParts, 'createElement'>).createElement,
    parts: load('@react-email/components') as MailParts['parts'],
    renderToStaticMarkup: (load('react-dom/server') as Pick<MailParts, 'renderToStaticMarkup'>)
      .renderToStaticMarkup,
  };
  return loaded;
}

/** A mail as it is read: one action, and below the line who sent it and how it is stopped. */
export interface MailPage {
  readonly language: UiLanguage;
  /** What lists of mails show beside the subject. */
  readonly preview: string;
  readonly paragraphs: readonly string[];
  /** The mail of the day lists what is unread. */
  readonly items?: readonly {
    readonly text: string;
    readonly note: string | null;
    readonly address: string;
  }[];
  readonly action: { readonly label: string; readonly address: string };
  readonly footer: string;
  readonly stop: { readonly label: string; readonly address: string } | null;
}

/** Korean readers have one of these; no mail loads a font. */
const FONTS = `-apple-system, 'Segoe UI', 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', sans-serif`;

/**
 * Colours of a mail program's dark mode. Those that know none of this keep the light ones, which are also readable
 * where a program turns backgrounds by itself: no text lies on a picture or on white that is not its own.
 */
const DARK = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background: #10171c !important; }
  .sheet { background: #18222a !important; border-color: #2d3b46 !important; }
  .words { color: #e8eef2 !important; }
  .small { color: #a9b8c3 !important; }
  .link { color: #7cc0d8 !important; }
  .button { background: #7cc0d8 !important; color: #0b1419 !important; }
}`;

/** What mail programs of twenty years agree on. */
const DOCTYPE =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

const WORDS = { color: '#141d24', fontSize: '16px', lineHeight: '1.6', margin: '0 0 16px' } as const;
const SMALL = { color: '#4b5c69', fontSize: '14px', lineHeight: '1.6', margin: '0 0 8px' } as const;
const SHEET = {
  ...{ background: '#ffffff', border: '1px solid #d5dde3', borderRadius: '6px' },
  ...{ maxWidth: '576px', padding: '24px', wordBreak: 'keep-all', overflowWrap: 'anywhere' },
} as const;
const BUTTON = {
  ...{
    display: 'inline-block',
    padding: '11px 20px',
    borderRadius: '6px',
    fontWeight: 600,
    fontSize: '16px',
  },
  ...{ background: '#0f5c7a', color: '#ffffff', textDecoration: 'none' },
} as const;

/** The HTML part. */
export function renderPage(page: MailPage): string {
  const { createElement, parts, renderToStaticMarkup } = mailParts();
  const { Body, Button, Container, Head, Hr, Html, Link, Preview, Section, Text } = parts;
  const text = (words: string, key: string, style: object, className = 'words'): Element =>
    createElement(Text, { key, style, className }, words);
  const items = (page.items ?? []).map(({ text: words, note, address }, index) =>
    createElement(
      Text,
      { key: `item-${index}`, style: WORDS, className: 'words' },
      createElement(Link, { href: address, className: 'link', style: { color: '#0f5c7a' } }, words),
      note === null
        ? null
        : createElement('span', { className: 'small', style: { color: '#4b5c69' } }, ` (${note})`),
    ),
  );
  const sheet = createElement(
    Container,
    { style: SHEET, className: 'sheet' },
    ...page.paragraphs.map((words, index) => text(words, `words-${index}`, WORDS)),
    ...items,
    createElement(
      Section,
      { key: 'action', style: { margin: '24px 0' } },
      createElement(
        Button,
        { href: page.action.address, style: BUTTON, className: 'button' },
        page.action.label,
      ),
    ),
    createElement(Hr, { key: 'line', style: { borderColor: '#d5dde3', margin: '24px 0 16px' } }),
    text(page.footer, 'footer', SMALL, 'small'),
    page.stop &&
      createElement(
        Text,
        { key: 'stop', style: SMALL, className: 'small' },
        createElement(
          Link,
          {
            href: page.stop.address,
            className: 'small',
            style: { color: '#4b5c69', textDecoration: 'underline' },
          },
          page.stop.label,
        ),
      ),
  );
  const html = createElement(
    Html,
    { lang: page.language, dir: 'ltr' },
    createElement(
      Head,
      null,
      createElement('meta', { name: 'color-scheme', content: 'light dark' }),
      createElement('meta', { name: 'viewport', content: 'width=device-width' }),
      createElement('style', null, DARK),
    ),
    createElement(Preview, null, page.preview),
    createElement(
      Body,
      {
        className: 'page',
        style: { background: '#f6f8f9', fontFamily: FONTS, margin: 0, padding: '24px 12px' },
      },
      sheet,
    ),
  );
  return `${DOCTYPE}${renderToStaticMarkup(html)}\n`;
}
