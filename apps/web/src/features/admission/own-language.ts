import { useIntl } from 'react-intl';

/** The language a text is most likely written in: that of the screen. BCP 47. */
export function useOwnLanguage(): string {
  return useIntl().locale.split('-')[0] ?? 'en';
}
