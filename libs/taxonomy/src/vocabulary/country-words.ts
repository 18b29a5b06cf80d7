/**
 * Words for countries that the taxonomy does not list as synonyms: everyday short names, and the adjectives of English
 * and Russian. An adjective may speak of guests, partners, food or a language, so it only counts as a cue.
 */
type WordsByLanguage = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export const COUNTRY_NAMES: WordsByLanguage = {
  ru: {
    'mkt.kr': ['Корея', 'Южная Корея'],
    'mkt.uk': ['Англия'],
    'mkt.us': ['Америка'],
    'mkt.cis': ['СНГ', 'Центральная Азия'],
  },
  th: {
    'mkt.kr': ['เกาหลี'],
    'mkt.th': ['ไทย'],
    'mkt.uk': ['อังกฤษ'],
    'mkt.us': ['อเมริกา'],
    'mkt.de': ['เยอรมัน'],
  },
  ms: { 'mkt.kr': ['Korea Selatan'], 'mkt.cn': ['negara China'] },
};

export const COUNTRY_ADJECTIVES: WordsByLanguage = {
  en: {
    'mkt.kr': ['Korean', 'Koreans'],
    'mkt.jp': ['Japanese'],
    'mkt.cn': ['Chinese'],
    'mkt.tw': ['Taiwanese'],
    'mkt.mn': ['Mongolian'],
    'mkt.id': ['Indonesian'],
    'mkt.my': ['Malaysian'],
    'mkt.vn': ['Vietnamese'],
    'mkt.th': ['Thai'],
    'mkt.ph': ['Filipino', 'Philippine'],
    'mkt.sg': ['Singaporean'],
    'mkt.kh': ['Cambodian'],
    'mkt.in': ['Indian'],
    'mkt.np': ['Nepali', 'Nepalese'],
    'mkt.ru': ['Russian'],
    'mkt.kz': ['Kazakh'],
    'mkt.au': ['Australian'],
    'mkt.us': ['American'],
    'mkt.uk': ['British'],
    'mkt.de': ['German'],
    'mkt.fr': ['French'],
    'mkt.europe': ['European'],
  },
  ru: {
    'mkt.kr': ['корейский', 'корейцы'],
    'mkt.jp': ['японский', 'японцы'],
    'mkt.cn': ['китайский', 'китайцы'],
    'mkt.vn': ['вьетнамский'],
    'mkt.mn': ['монгольский'],
    'mkt.kz': ['казахстанский'],
    'mkt.ru': ['российский'],
    'mkt.th': ['тайский'],
    'mkt.europe': ['европейский'],
  },
};
