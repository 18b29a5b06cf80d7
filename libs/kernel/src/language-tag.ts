/** True for a well-formed BCP 47 tag in its canonical spelling: `ko`, `zh-Hans`, `pt-BR`; not `zh_hans`. */
export function isLanguageTag(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 35) return false;
  try {
    return Intl.getCanonicalLocales(value)[0] === value;
  } catch {
    return false;
  }
}
