import { useIntl } from 'react-intl';
import { useCodeText, useText } from '../../i18n/use-text.js';
import { useCountryName } from '../../lib/countries.js';
import { homeLanguage } from '../../lib/home-language.js';
import type { Match } from '../../lib/matches.js';
import type { MatchReason, MatchView } from '../match-view.js';

type Reason = Match['reasons'][number];
type Fact = Reason['facts']['ours'][number];

/** A match of the API as the card shows it: countries, months, groups and kinds in the reader's words. */
export function useMatchView(): (match: Match, options: { namesSubject: boolean }) => MatchView {
  const countryName = useCountryName();
  const labelOf = useFactLabel();
  const reasonOf = ({ code, facts }: Reason): MatchReason => {
    const say = (fact: Fact) => ({ ...fact, label: labelOf(fact) });
    return { code, facts: { ours: facts.ours.map(say), theirs: facts.theirs.map(say) } };
  };
  return (match, { namesSubject }) => {
    const { counterpart } = match;
    return {
      id: match.id,
      counterpart: {
        id: counterpart.id,
        name: counterpart.name,
        kind: counterpart.kind,
        nativeName: counterpart.nameLocal,
        nativeLanguage: homeLanguage(counterpart.country),
        country: countryName(counterpart.country),
        fictional: counterpart.fictional,
      },
      ...(namesSubject && { subject: match.subject }),
      object: match.object,
      fit: match.fit,
      reasons: match.reasons.map(reasonOf),
      unmet: match.unmet.map(reasonOf),
      state: match.state,
    };
  };
}

/** Names of codes come from the server; numbers and closed lists are said here. */
export function useFactLabel(): (fact: Omit<Fact, 'quote' | 'language'>) => string {
  const { locale, formatNumber } = useIntl();
  const text = useText();
  const codeText = useCodeText();
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  return ({ type, value, label }) => {
    switch (type.replace(/_(sought|required)$/, '')) {
      case 'month':
        return month.format(Date.UTC(2026, Number(value) - 1, 1));
      case 'capacity':
        return text('match.guests', { count: Number(value) });
      case 'kind':
        return codeText('match.kind', String(value), 'match.other', { label });
      case 'mode':
        return codeText('match.mode', String(value), 'match.other', { label });
      default:
        return typeof value === 'number' ? formatNumber(value) : label;
    }
  };
}
