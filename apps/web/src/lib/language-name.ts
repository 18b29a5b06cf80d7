import { useIntl } from 'react-intl';

/** The name of a language in the reader's; the tag itself where the browser has no name for it. */
export function useLanguageName(): (tag: string) => string {
  const { locale } = useIntl();
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return (tag) => names.of(tag) ?? tag;
}
