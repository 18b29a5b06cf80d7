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
  const certain = new Map<string, Meaning>();
  for (const meaning of fitting)
    if (!meaning.isAmbiguous && !certain.has(meaning.id)) certain.set(meaning.id, meaning);
  // Forms that are cut to the same stem ("Вьетнама", "Вьетнаму") each count as they are written.
  const doubtful = new Map(
    fitting
      .filter((meaning) => !certain.has(meaning.id))
      .map((meaning) => [`${meaning.id} ${meaning.exact ?? ''}`, meaning]),
  );
  return [...certain.values(), ...doubtful.values()];
}

type MeaningsOf = (form: number) => readonly Meaning[];

/** Readers of Latin script know the words of their own language; to all others a text is read alike. */
const OTHERS = 'others';
const UNKNOWN_LANGUAGES: ReadonlySet<string> = new Set(['', 'und', 'mul', 'zxx']);

/** What each form can mean to the readers of each language; worked out when first asked for. */
export class Readings {
  private readonly known = new Map<string | undefined, MeaningsOf>();

  constructor(private readonly forms: readonly SurfaceForm[]) {}

  /**
   * By form number: the meanings that a text in this language can intend: per concept the certain one, or each
   * way to write it that is in doubt. `language`: BCP 47; none, or
   * one that says nothing: every language; one that the vocabulary does not speak: English words and other scripts.
   */
  in(language: string | undefined): MeaningsOf {
    const primary = primaryLanguage(language ?? '');
    const spoken = LATIN_LANGUAGES.has(primary) ? primary : OTHERS;
    const reader = UNKNOWN_LANGUAGES.has(primary) ? undefined : spoken;
    const known = this.known.get(reader);
    if (known !== undefined) return known;
    const read: (readonly Meaning[] | undefined)[] = [];
    const meaningsOf: MeaningsOf = (form) =>
      (read[form] ??= intended(this.forms[form]?.meanings ?? [], reader));
    this.known.set(reader, meaningsOf);
    return meaningsOf;
  }
}
