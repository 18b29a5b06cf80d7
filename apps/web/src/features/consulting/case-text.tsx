import type { components } from '#libs/api-client';
import { LangText } from '../../components/lang-text.js';
import record from '../../components/record.module.css';
import { useText } from '../../i18n/use-text.js';
import { useCountryName } from '../../lib/countries.js';
import { ConceptTags } from '../../records/concept-tags.js';

/** One case of the library. */
export function CaseText({ found }: { found: components['schemas']['LibraryCaseResponse'] }) {
  const text = useText();
  const countryOf = useCountryName();
  const { title, question, answer, language, areas, country } = found;
  return (
    <div className={record.stack}>
      <LangText as="p" language={language} className={record.strong}>
        {title}
      </LangText>
      <LangText as="p" language={language} className={record.prose}>
        {question}
      </LangText>
      <div>
        <p className={record.sub}>{text('way.case.answer')}</p>
        <LangText as="p" language={language} className={record.prose}>
          {answer}
        </LangText>
      </div>
      {areas.length > 0 && <ConceptTags codes={areas} />}
      {country && <p className={record.sub}>{text('way.case.from', { country: countryOf(country) })}</p>}
    </div>
  );
}
