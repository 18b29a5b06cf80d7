import type { OpportunityContent } from './opportunity.js';
import { LIFE_DAYS } from './opportunity-states.js';
import type { CheckContext, Place, QualityRule } from './quality-rule.js';
import { alikeness, contactsIn, fitsLanguage, folded, isShouted, weightOf } from './written-words.js';

/** Least weight of a text that others can do something with, and of one that says enough. */
const LEAST_TEXT = 12;
const ENOUGH_TEXT = 120;
const LEAST_TITLE = 10;
/** From here on two texts are the same thing said twice. */
const ALIKE = 0.8;
/** Fewer days than these leave nobody the time to answer. */
const SHORT_NOTICE_DAYS = 3;

const HERE: Record<
  'text' | 'title' | 'collaboration' | 'themes' | 'language' | 'deadline' | 'period',
  Place
> = {
  text: { pointer: '/text' },
  title: { pointer: '/title' },
  collaboration: { pointer: '/collaboration' },
  themes: { pointer: '/themes' },
  language: { pointer: '/language' },
  deadline: { pointer: '/deadline' },
  period: { pointer: '/period' },
};

const only = (applies: boolean, place: Place): readonly Place[] => (applies ? [place] : []);
const isWritten = ({ text }: OpportunityContent): boolean => text !== null;
const weight = ({ text }: OpportunityContent): number => weightOf(text ?? '');
const hasNoCode = ({ collaboration, themes, markets }: OpportunityContent): boolean =>
  [...collaboration, ...themes, ...markets].length === 0;

/** Every rule of the quality check. */
export const QUALITY_RULES: readonly QualityRule[] = [
  {
    number: 1,
    code: 'opportunity/missing',
    severity: 'refusal',
    find: (content) => only(!isWritten(content), HERE.text),
  },
  {
    number: 2,
    code: 'opportunity/text-too-short',
    severity: 'refusal',
    find: (content) => only(isWritten(content) && weight(content) < LEAST_TEXT, HERE.text),
  },
  {
    number: 3,
    code: 'opportunity/text-brief',
    severity: 'warning',
    find: (content) => only(weight(content) >= LEAST_TEXT && weight(content) < ENOUGH_TEXT, HERE.text),
  },
  {
    number: 4,
    code: 'opportunity/title-unspecific',
    severity: 'warning',
    find: ({ title, text }) =>
      only(weightOf(title) < LEAST_TITLE || folded(title) === folded(text ?? ''), HERE.title),
  },
  {
    number: 5,
    code: 'opportunity/nothing-to-match',
    severity: 'warning',
    find: (content) => only(hasNoCode(content), HERE.collaboration),
  },
  {
    number: 6,
    code: 'opportunity/no-collaboration',
    severity: 'warning',
    find: (content) => only(content.collaboration.length === 0 && !hasNoCode(content), HERE.collaboration),
  },
  {
    number: 7,
    code: 'opportunity/no-theme',
    severity: 'warning',
    find: (content) => only(content.themes.length === 0 && !hasNoCode(content), HERE.themes),
  },
  { number: 8, code: 'opportunity/contact-email', severity: 'refusal', find: contacts('email') },
  { number: 9, code: 'opportunity/contact-phone', severity: 'look', find: contacts('phone') },
  { number: 10, code: 'opportunity/contact-link', severity: 'look', find: contacts('link') },
  {
    number: 11,
    code: 'opportunity/duplicate',
    severity: 'refusal',
    find: (content, { siblings }) =>
      siblings
        .filter((sibling) => sameWords(content, sibling))
        .slice(0, 1)
        .map(({ id }) => ({ ...HERE.text, otherId: id })),
  },
  {
    number: 12,
    code: 'opportunity/near-duplicate',
    severity: 'warning',
    find: (content, { siblings }) =>
      siblings
        .filter((sibling) => !sameWords(content, sibling) && alikeness(content.text, sibling.text) >= ALIKE)
        .slice(0, 3)
        .map(({ id }) => ({ ...HERE.text, otherId: id })),
  },
  {
    number: 13,
    code: 'opportunity/deadline-passed',
    severity: 'refusal',
    find: ({ deadline }, { today }) => only(deadline !== null && deadline < today, HERE.deadline),
  },
  {
    number: 14,
    code: 'opportunity/deadline-soon',
    severity: 'warning',
    find: ({ deadline }, { today }) =>
      only(
        deadline !== null && deadline >= today && deadline < dayAfter(today, SHORT_NOTICE_DAYS),
        HERE.deadline,
      ),
  },
  {
    number: 15,
    code: 'opportunity/deadline-beyond-life',
    severity: 'warning',
    find: ({ deadline }, { today }) =>
      only(deadline !== null && deadline > dayAfter(today, LIFE_DAYS), HERE.deadline),
  },
  {
    number: 16,
    code: 'opportunity/period-over',
    severity: 'refusal',
    find: ({ period }, { today }) => only(period !== null && period.to < today, HERE.period),
  },
  {
    number: 17,
    code: 'opportunity/deadline-after-period',
    severity: 'warning',
    find: ({ deadline, period }) =>
      only(deadline !== null && period !== null && deadline > period.to, HERE.deadline),
  },
  {
    number: 18,
    code: 'opportunity/months-outside-period',
    severity: 'refusal',
    find: ({ period, requirements: { months } }) => {
      const inside = period && monthsOf(period.from, period.to);
      const isContrary = inside && months.length > 0 && !months.some((month) => inside.has(month));
      return only(Boolean(isContrary), { pointer: '/requirements/months' });
    },
  },
  {
    number: 19,
    code: 'opportunity/language-doubtful',
    severity: 'warning',
    find: ({ language, text }) => only(text !== null && !fitsLanguage(text, language), HERE.language),
  },
  {
    number: 20,
    code: 'opportunity/title-shouted',
    severity: 'warning',
    find: ({ title }) => only(isShouted(title), HERE.title),
  },
];

/** Contact data of a kind in title and text: first contact goes by an interest, which the other side may decline. */
function contacts(kind: 'email' | 'phone' | 'link'): QualityRule['find'] {
  return ({ title, text }) =>
    [
      { ...HERE.title, found: contactsIn(title)[kind] },
      { ...HERE.text, found: contactsIn(text ?? '')[kind] },
    ].flatMap(({ pointer, found }) => found.map((quote) => ({ pointer, quote })));
}

function sameWords(content: OpportunityContent, sibling: CheckContext['siblings'][number]): boolean {
  return (
    content.text !== null &&
    sibling.text !== null &&
    folded(content.title) === folded(sibling.title) &&
    folded(content.text) === folded(sibling.text)
  );
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The months a period touches, 1 to 12. */
function monthsOf(from: string, to: string): Set<number> {
  const [year = 0, month = 1] = from.split('-').map(Number);
  const [lastYear = 0, lastMonth = 12] = to.split('-').map(Number);
  const count = Math.min(12, (lastYear - year) * 12 + lastMonth - month + 1);
  return new Set(Array.from({ length: count }, (_, index) => ((month - 1 + index) % 12) + 1));
}
