/** The language names at home are written in, where a country has one that stands out; by ISO 3166-1. */
const HOME_LANGUAGES: Readonly<Record<string, string>> = {
  CN: 'zh-Hans',
  HK: 'zh-Hant',
  ID: 'id',
  JP: 'ja',
  KH: 'km',
  KR: 'ko',
  LA: 'lo',
  MN: 'mn',
  MY: 'ms',
  NP: 'ne',
  RU: 'ru',
  TH: 'th',
  TW: 'zh-Hant',
  VN: 'vi',
};

/** For the `lang` of a name whose language nobody stated: Han letters take their shape from it. */
export function homeLanguage(country: string): string | null {
  return HOME_LANGUAGES[country] ?? null;
}
