import { useIntl } from 'react-intl';
import { useText } from '../i18n/use-text.js';
import { useLanguageName } from '../lib/language-name.js';
import { type LocalizedText, versionFor } from '../lib/profile-entries.js';
import { LangText } from './lang-text.js';
import record from './record.module.css';

/** A text for the reader, with a word on where it comes from when that is not plain. */
export function LocalizedWords({ text: words, className }: { text: LocalizedText; className?: string }) {
  const text = useText();
  const { locale } = useIntl();
  const nameOf = useLanguageName();
  const shown = versionFor(words, locale);
  const language = nameOf(shown.language);
  return (
    <>
      <LangText as="p" language={shown.language} className={className}>
        {shown.text}
      </LangText>
      {(shown.state === 'machine' || shown.state === 'outdated') && (
        <p className={record.sub}>{text(`profile.translation.${shown.state}.note`, { language })}</p>
      )}
    </>
  );
}
