/** How a language is set: what Typst calls it, and which shapes its Han characters have. */
export interface Typesetting {
  readonly lang: string;
  readonly region: string | null;
  readonly fonts: readonly string[];
}

const HAN_FONTS = {
  KR: 'Noto Sans CJK KR',
  JP: 'Noto Sans CJK JP',
  SC: 'Noto Sans CJK SC',
  TC: 'Noto Sans CJK TC',
} as const;
/** Scripts of the member cities and of their neighbours; whatever else is installed comes after these. */
const OTHER_SCRIPTS = [
  'Noto Sans Thai',
  'Noto Sans Lao',
  'Noto Sans Khmer',
  'Noto Sans Myanmar',
  'Noto Sans Devanagari',
  'Noto Sans Arabic',
];

/** Han characters are one code point and four shapes: those of the language come first. */
export function typesettingOf(language: string): Typesetting {
  const locale = new Intl.Locale(language).maximize();
  const first = hanOf(locale);
  const han = [HAN_FONTS[first], ...Object.values(HAN_FONTS).filter((font) => font !== HAN_FONTS[first])];
  return {
    lang: locale.language,
    region: locale.region && /^[A-Z]{2}$/.test(locale.region) ? locale.region : null,
    fonts: ['Noto Sans', ...han, ...OTHER_SCRIPTS],
  };
}

function hanOf({ language, script }: Intl.Locale): keyof typeof HAN_FONTS {
  if (language === 'ja') return 'JP';
  if (language === 'zh') return script === 'Hant' ? 'TC' : 'SC';
  return 'KR';
}
