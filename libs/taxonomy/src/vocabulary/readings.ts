import { primaryLanguage, type Meaning, type SurfaceForm } from './forms.js';

const LATIN_LANGUAGES: ReadonlySet<string> = new Set(['en', 'vi', 'id', 'ms']);
const MALAY: ReadonlySet<string> = new Set(['id', 'ms']);

/** English words travel into every language, Indonesian and Malay share theirs, other scripts keep themselves apart. */
function isReadable(form: string, text: string): boolean {
  if (!LATIN_LANGUAGES.has(form) || form === 'en' || form === text) return true;
  return MALAY.has(form) && MALAY.has(text);
}

function intended(meanings: readonly Meaning[], language: string | undefined): readonly Meaning[] {
  const fitting =
    language === undefined ? meanings : meanings.filter((meaning) => isReadable(meaning.language, language));
  if (fitting.length <= 1) return fitting;
  const byConcept = new Map<string, Meaning>();
  for (const meaning of fitting) {
    if (byConcept.get(meaning.id)?.isAmbiguous ?? true) byConcept.set(meaning.id, meaning);
  }
  return [...byConcept.values()];
}

/** What each form can mean to the readers of each language; worked out when first asked for. */
export class Readings {
  private readonly known = new Map<string, (readonly Meaning[] | undefined)[]>();

  constructor(private readonly forms: readonly SurfaceForm[]) {}

  /** By form number: the meanings that a text in this language (BCP 47; none: any) can intend, one per concept. */
  in(language: string | undefined): (form: number) => readonly Meaning[] {
    const reader = language === undefined ? undefined : primaryLanguage(language);
    const key = reader ?? '';
    const read = this.known.get(key) ?? [];
    this.known.set(key, read);
    return (form) => (read[form] ??= intended(this.forms[form]?.meanings ?? [], reader));
  }
}
