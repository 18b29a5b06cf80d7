import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import record from '../../components/record.module.css';
import { FictionalMark, Tag, type Tone } from '../../components/tag.js';
import { useRichText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { useCountryName } from '../../lib/countries.js';
import type { Call, CallCard } from './call-requests.js';

const TONES: Readonly<Record<Call['state'], Tone>> = {
  draft: 'warning',
  published: 'brand',
  open: 'success',
  closed: 'neutral',
  reviewing: 'brand',
  decided: 'neutral',
  archived: 'neutral',
};

export function CallStateTag({ state }: Pick<Call, 'state'>) {
  const text = useText();
  return <Tag tone={TONES[state]}>{text(`calls.state.${state}`)}</Tag>;
}

/** Title and summary in the reader's language where the call has them, else as they were written. */
export function useCallWords({ title, summary, language, translations }: CallCard): {
  title: string;
  summary: string | null;
  language: string;
} {
  const { locale } = useIntl();
  const own = translations.find((each) => each.language === locale);
  return locale !== language && own ? own : { title, summary, language };
}

/** Who runs it, from the answer itself. */
export function Runner({ organization }: Pick<CallCard, 'organization'>) {
  const { slug } = useActingOrganization();
  const countryOf = useCountryName();
  if (!organization) return null;
  return (
    <span className={record.side}>
      <Link
        to="/o/$organization/organizations/$organizationId"
        params={{ organization: slug, organizationId: organization.id }}
      >
        {organization.name}
      </Link>
      <span className={record.sub}>{countryOf(organization.country)}</span>
      {organization.fictional && <FictionalMark />}
    </span>
  );
}

/** A call in a list: who runs it, and what time does to it next. */
export function CallRow({ call }: { call: CallCard }) {
  const rich = useRichText();
  const { slug } = useActingOrganization();
  const words = useCallWords(call);
  const { window } = call;
  const moment = window && (window.isOpen ? window.closesAt : window.opensAt);
  return (
    <li className={record.row}>
      <div className={record.main}>
        <Link to="/o/$organization/calls/$" params={{ organization: slug, _splat: call.id }}>
          <LangText language={words.language}>{words.title}</LangText>
        </Link>
        <div className={record.line}>
          <Runner organization={call.organization} />
          {window && moment && (
            <span className={record.sub}>
              {rich(window.isOpen ? 'calls.closes' : 'calls.opens', {
                time: <LocalTime key="time" at={moment} as="deadline" />,
              })}
            </span>
          )}
        </div>
      </div>
      <CallStateTag state={call.state} />
    </li>
  );
}
