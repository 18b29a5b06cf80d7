import { useIntl } from 'react-intl';

/** The name of a language in the reader's; the tag itself where the browser has no name for it. */
export function useLanguageName(): (tag: string) => string {
  const { locale } = useIntl();
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return (tag) => names.of(tag) ?? tag;
}

/** A language by the reader's name for it and by its own: `베트남어 – Tiếng Việt`. */
export function withOwnName(tag: string, name: string): string {
  const own = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
  return own === name ? name : `${name} – ${own}`;
}
