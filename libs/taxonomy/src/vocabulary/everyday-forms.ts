/**
 * Words of the vocabulary that everybody in the trade says of everything: every city "receives", every market is somebody's
 * source market, whoever "trains" needs no train. Like the ambiguous forms of the taxonomy they mean their concept only in
 * a text that speaks of it, or of a related one, unmistakably. Concept id → language → forms, separated by "|".
 */
const EVERYDAY: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'thm.urban': {
    en: 'city',
    ko: '도시',
    ja: '都市',
    'zh-Hans': '城市',
    'zh-Hant': '城市',
    vi: 'thành phố',
    ms: 'bandar',
    th: 'ในเมือง',
    ru: 'город|городской',
  },
  'thm.street_food': { en: 'market', ko: '시장', ja: '市場', id: 'pasar', ru: 'рынок' },
  'thm.rail_travel': { en: 'train' },
  'thm.education': { en: 'camp' },
  'thm.sports': { vi: 'tập huấn' },
  'col.staff_exchange': {
    en: 'exchange',
    ja: '交流',
    'zh-Hans': '交流',
    'zh-Hant': '交流',
    id: 'pertukaran',
    ru: 'обмен',
  },
  'con.service_quality': {
    en: 'hospitality',
    ko: '서비스',
    'zh-Hans': '接待',
    'zh-Hant': '接待',
    vi: 'phục vụ|chất lượng',
    id: 'pelayanan|layanan',
  },
  'con.crisis': { en: 'recovery', ko: '회복', vi: 'phục hồi', id: 'pemulihan' },
  'con.product': {
    ko: '이야기',
    ja: '体験',
    'zh-Hans': '线路',
    'zh-Hant': '線路',
    vi: 'câu chuyện',
    id: 'cerita',
  },
  'con.branding': { en: 'story' },
  'con.restructuring': { ko: '전환', vi: 'chuyển đổi' },
  'con.site_dev': { 'zh-Hans': '开发', 'zh-Hant': '開發' },
  'con.cruise_port': { en: 'terminal', id: 'tur darat' },
  'con.visitor_mgmt': { en: 'limits', vi: 'mùa vụ', id: 'musiman' },
};

export function isEverydayForm(id: string, language: string, form: string): boolean {
  return EVERYDAY[id]?.[language]?.split('|').includes(form.toLowerCase()) ?? false;
}

/** For checks against a taxonomy. */
export const everydayForms = (): readonly (readonly [id: string, language: string, form: string])[] =>
  Object.entries(EVERYDAY).flatMap(([id, languages]) =>
    Object.entries(languages).flatMap(([language, forms]) =>
      forms.split('|').map((form) => [id, language, form] as const),
    ),
  );
