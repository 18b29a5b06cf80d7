import type { ConceptKind, Vocabulary } from '#libs/taxonomy';
import type { SampleData } from './sample-records.js';

/** How much of what authors of one language declared their own words say, too. */
export interface LanguageRecall {
  readonly texts: number;
  /** Themes, sectors, collaborations and consulting areas ticked beside these texts. */
  readonly declared: number;
  /** Share of the declared concepts that are found in the text. */
  readonly found: number;
  /** Share of them for which it or a related concept is found. */
  readonly foundOrRelated: number;
  /** Share of the found concepts of these kinds that are declared or related to what is. The rest may be true all the same. */
  readonly supported: number;
}

interface Declared {
  readonly language: string;
  readonly text: string;
  readonly concepts: readonly string[];
}

const KINDS: ReadonlySet<ConceptKind> = new Set(['theme', 'sector', 'collaboration', 'consulting_area']);

function declarations(sample: SampleData): Declared[] {
  return [
    ...sample.smes.map((sme) => ({
      language: sme.profile_language,
      text: [sme.profile, sme.offer_text, sme.seek_text].join('\n'),
      concepts: [sme.sector, ...sme.other_sectors, ...sme.themes, ...sme.offers, ...sme.seeks],
    })),
    ...sample.consultants.map(({ profile_language: language, profile, ...consultant }) => ({
      language,
      text: profile,
      concepts: [...consultant.consulting_areas, ...consultant.themes],
    })),
    ...sample.opportunities.map(({ language, title, text, themes, collaboration }) => ({
      language,
      text: `${title}\n${text}`,
      concepts: [...themes, ...collaboration],
    })),
    ...sample.project_proposals.map(({ language, title, text, partners_sought, themes, collaboration }) => ({
      language,
      text: [title, text, partners_sought].join('\n'),
      concepts: [...themes, ...collaboration],
    })),
    ...sample.consulting_requests.map(({ language, title, text, consulting_areas: concepts }) => ({
      language,
      text: `${title}\n${text}`,
      concepts,
    })),
  ];
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Number((part / whole).toFixed(3)));

/** The concept itself, one above or below it, or one that the vocabulary relates to it. */
function isNear(id: string, others: ReadonlySet<string>, vocabulary: Vocabulary): boolean {
  return (
    others.has(id) ||
    others.has(vocabulary.parent(id) ?? '') ||
    [...others].some((other) => vocabulary.parent(other) === id) ||
    vocabulary.related(id).some((related) => others.has(related.id))
  );
}

function recallOf(records: readonly Declared[], vocabulary: Vocabulary): LanguageRecall {
  let [declared, exact, near, found, supported] = [0, 0, 0, 0, 0];
  for (const { text, language, concepts } of records) {
    const ticked = new Set(concepts);
    const spans = vocabulary.tag(text, language);
    const read = new Set(spans.flatMap(({ id, kind }) => (kind !== 'place' && KINDS.has(kind) ? [id] : [])));
    declared += ticked.size;
    exact += [...ticked].filter((id) => read.has(id)).length;
    near += [...ticked].filter((id) => isNear(id, read, vocabulary)).length;
    found += read.size;
    supported += [...read].filter((id) => isNear(id, ticked, vocabulary)).length;
  }
  return {
    texts: records.length,
    declared,
    found: share(exact, declared),
    foundOrRelated: share(near, declared),
    supported: share(supported, found),
  };
}

/** Reads all texts of the sample. Deterministic. */
export function measureRecall(sample: SampleData, vocabulary: Vocabulary): Record<string, LanguageRecall> {
  const all = declarations(sample);
  const languages = [...new Set(all.map(({ language }) => language))].sort();
  return Object.fromEntries(
    languages.map((language) => [
      language,
      recallOf(
        all.filter((record) => record.language === language),
        vocabulary,
      ),
    ]),
  );
}
