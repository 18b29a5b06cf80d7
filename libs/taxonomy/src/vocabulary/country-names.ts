const STYLES = ['long', 'short'] as const;
/** "UK", "US" and their like are words in other languages; the taxonomy lists those that are safe. */
const SHORTEST = 3;
const SHORTEST_UNSPACED = 2;
/** Latin and Cyrillic end before it. */
const FIRST_UNSPACED = 0x500;

const display = new Map<string, readonly Intl.DisplayNames[]>();

function displayIn(language: string): readonly Intl.DisplayNames[] {
  const known = display.get(language);
  if (known !== undefined) return known;
  const made = STYLES.map(
    (style) => new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' }),
  );
  display.set(language, made);
  return made;
}

const isLongEnough = (name: string): boolean =>
  name.length >= (name.charCodeAt(0) < FIRST_UNSPACED ? SHORTEST : SHORTEST_UNSPACED);

/**
 * What a country (ISO 3166 alpha-2) is called in a language (BCP 47), by Unicode CLDR as this Node carries it.
 * Empty for a code that CLDR does not know.
 */
export function namesOfCountry(iso2: string, language: string): readonly string[] {
  if (!/^[A-Z]{2}$/u.test(iso2)) return [];
  const names = displayIn(language).flatMap((names) => names.of(iso2) ?? []);
  return [...new Set(names)].filter(isLongEnough);
}

const CASES: readonly (readonly [ending: RegExp, cases: readonly string[]])[] = [
  [/й$/u, ['я', 'ю', 'ем', 'е']],
  [/я$/u, ['и', 'ю', 'ей', 'е']],
  [/а$/u, ['ы', 'у', 'ой', 'е']],
  [/(?<=[бвгджзклмнпрстфх])$/u, ['а', 'у', 'ом', 'е']],
];

/**
 * "Китай" as it stands in "из Китая", "в Китае". Light stems cut some of these endings otherwise than that of the name
 * itself ("Корее", "Вьетнаме"), and what is left of "Китая" is a whale: so each counts as it is written only.
 */
export function russianCases(name: string): readonly string[] {
  const [ending, cases] = CASES.find(([end]) => end.test(name)) ?? [];
  if (ending === undefined || cases === undefined || /[^а-яё]/iu.test(name)) return [];
  return cases.map((written) => name.replace(ending, written));
}
