/**
 * Names of member cities that are also everyday words or parts of them: "batu" is stone and "padang" field in
 * Indonesian, "대구" is cod and "고성" an old castle in Korean, "日照" sunshine in Chinese. They name the city only
 * when they stand isolated and, in Latin script, begin with a capital.
 */
const EVERYDAY: ReadonlySet<string> = new Set([
  ...['batu', 'padang', 'nias', 'saha', 'miri', 'takeo', 'taiping', 'hue', 'long an', 'canton', 'sikka'],
  ...[
    '대구',
    '진주',
    '고성',
    '사상',
    '사하',
    '하동',
    '함안',
    '함양',
    '의령',
    '상해',
    '대련',
    '남해',
    '창녕',
    '청도',
    '선라',
    '이포',
    '항주',
    '파당',
  ],
  ...[
    '大田',
    '河内',
    '海防',
    '日照',
    '河口',
    '南海',
    '安东',
    '河东',
    '河東',
    '武雄',
    'フエ',
    'ミリ',
    'キメ',
    'เว้',
  ],
]);

export function isEverydayWord(name: string): boolean {
  return EVERYDAY.has(name.toLowerCase());
}
