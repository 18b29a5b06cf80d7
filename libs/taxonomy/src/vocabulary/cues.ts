import type { TaxonomyTerm } from '../document.js';
import { analyse, keyOf, unitsOf } from '../text/analyse.js';
import { COUNTRY_ADJECTIVES } from './country-words.js';
import { isEverydayForm } from './everyday-forms.js';
import { primaryLanguage, type Meaning, type SurfaceForm } from './forms.js';

/**
 * Derived cues: what is left of a theme's form when the generic head is taken off ("의료관광" leaves "의료",
 * "golf tourism" leaves "golf"). A cue is weak evidence, and none at all when many concepts share it.
 */

const GENERIC_HEADS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'tourism',
    'travel',
    'tours',
    'tour',
    'trips',
    'trip',
    'holidays',
    'holiday',
    'experiences',
    'experience',
    'activities',
    'consulting',
    'development',
    'operator',
    'services',
    'service',
  ],
  ko: ['관광', '여행', '체험', '투어', '관광객', '업체', '컨설팅', '상품', '서비스', '시설'],
  ja: [
    '観光',
    '旅行',
    'ツーリズム',
    'ツアー',
    '体験',
    'の旅',
    '旅',
    '事業者',
    'コンサルティング',
    'サービス',
    '施設',
  ],
  'zh-Hans': ['旅游', '旅行', '观光', '体验', '游', '之旅', '服务', '企业', '咨询', '设施'],
  'zh-Hant': ['旅遊', '旅行', '觀光', '體驗', '遊', '之旅', '服務', '企業', '諮詢', '設施'],
  vi: ['du lịch', 'tour', 'trải nghiệm', 'dịch vụ', 'tham quan', 'tư vấn'],
  id: ['wisata', 'pariwisata', 'perjalanan', 'tur', 'layanan', 'usaha', 'konsultasi'],
  ms: ['pelancongan', 'percutian', 'lawatan', 'perkhidmatan', 'perundingan'],
  th: ['การท่องเที่ยวเชิง', 'การท่องเที่ยวแบบ', 'การท่องเที่ยว', 'ท่องเที่ยวเชิง', 'ท่องเที่ยว', 'การเดินทาง', 'บริการ', 'การ'],
  ru: ['туризм', 'путешествия', 'поездки', 'туры', 'тур', 'отдых', 'услуги'],
};

const MINIMUM_LENGTH: Readonly<Record<string, number>> = { en: 4, vi: 4, id: 4, ms: 4, ru: 5, th: 3 };
const DEFAULT_MINIMUM = 2;
const MOST_SHARING = 2;
const KINDS_WITH_CUES = new Set(['theme', 'sector', 'consulting_area']);

function stripHead(form: string, language: string): string | undefined {
  const lower = form.toLowerCase();
  for (const head of GENERIC_HEADS[language] ?? []) {
    if (lower.endsWith(head) && lower !== head) return form.slice(0, form.length - head.length).trim();
    if (lower.startsWith(head) && lower !== head) return form.slice(head.length).trim();
  }
  return undefined;
}

function* strippedForms(term: TaxonomyTerm): Generator<readonly [language: string, cue: string]> {
  const languages = new Set([...Object.keys(term.labels), ...Object.keys(term.synonyms ?? {})]);
  for (const language of languages) {
    for (const form of [term.labels[language], ...(term.synonyms?.[language] ?? [])]) {
      const cue = form === undefined ? undefined : stripHead(form, language);
      if (cue === undefined || isEverydayForm(term.id, language, cue)) continue;
      if (cue.length >= (MINIMUM_LENGTH[language] ?? DEFAULT_MINIMUM)) yield [language, cue];
    }
  }
}

function* adjectives(term: TaxonomyTerm): Generator<readonly [language: string, cue: string]> {
  for (const [language, words] of Object.entries(COUNTRY_ADJECTIVES))
    for (const word of words[term.id] ?? []) yield [language, word];
}

/** The cues that at most two concepts share and that no labelled form already covers. */
export function derivedCues(terms: readonly TaxonomyTerm[], phrases: readonly SurfaceForm[]): SurfaceForm[] {
  const taken = new Set(phrases.map((form) => keyOf(form.units)));
  const cues = new Map<string, { units: Uint16Array; meanings: Meaning[] }>();
  for (const term of terms) {
    for (const [language, cue] of KINDS_WITH_CUES.has(term.kind) ? strippedForms(term) : adjectives(term)) {
      const units = unitsOf(analyse(cue));
      const key = keyOf(units);
      if (units.length === 0 || taken.has(key)) continue;
      const entry = cues.get(key) ?? { units, meanings: [] };
      if (!entry.meanings.some((m) => m.id === term.id))
        entry.meanings.push({ id: term.id, language: primaryLanguage(language), isAmbiguous: false });
      cues.set(key, entry);
    }
  }
  return [...cues.values()].filter((cue) => cue.meanings.length <= MOST_SHARING);
}
