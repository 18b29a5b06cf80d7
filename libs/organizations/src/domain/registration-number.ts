/** How a country's companies are counted, where it differs from "letters and digits". */
const RULES: Readonly<Record<string, (key: string) => string>> = {
  // On invoices the corporate number has a T before it.
  JP: (key) => key.replace(/^T(?=\d{13}$)/, ''),
  KR: (key) => key.replace(/\D/g, ''),
  // The old number stands in brackets behind the new one: 201901000005 (1312525-A).
  MY: (key) => /^\d{12}/.exec(key)?.[0] ?? key,
  // A branch carries three more digits behind its company's tax code.
  VN: (key) => (/^\d{13}$/.test(key) ? key.slice(0, 10) : key),
};

/**
 * A registration number without what spellings of it differ in: width, case, spaces, hyphens, and what a country
 * writes around it. `country` is ISO 3166-1 alpha-2. Empty when nothing is left.
 */
export function registrationKey(number: string, country: string): string {
  const key = number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return RULES[country]?.(key) ?? key;
}

/** The keys the number could have where its country is not known. */
export function registrationKeys(number: string): string[] {
  return [...new Set(['', ...Object.keys(RULES)].map((country) => registrationKey(number, country)))].filter(
    (key) => key !== '',
  );
}
