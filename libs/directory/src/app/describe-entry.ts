import { foldName, nameKey, type ListedOrganization } from '#libs/organizations';
import type { Opportunity } from '#libs/opportunities';
import type { ProfileRecord } from '#libs/profiles';
import { conceptsOf, searchTokens, type SearchTokens, type Vocabulary } from '#libs/taxonomy';
import { type DirectoryEntry, type EntryText, type FacetField, facetToken } from '../domain/entry.js';
import { initialsOf, romanized } from '../domain/hangul.js';
import { LEXEMES } from '../domain/lexemes.js';
import { isForgiving } from '../domain/spelling.js';
import type { FoundPerson } from './people.loader.js';

const MEMBER = 0;
const OTHER = 1;
const BELONGING = 2;

/** What of a profile can be found. */
export type DescribedProfile = Pick<
  ProfileRecord,
  | 'language'
  | 'summary'
  | 'offerText'
  | 'seekText'
  | 'sectors'
  | 'themes'
  | 'offers'
  | 'seeks'
  | 'markets'
  | 'certifications'
  | 'consultingAreas'
  | 'languages'
  | 'offerWritings'
  | 'seekWritings'
  | 'translatedWritings'
  | 'translations'
>;

/** An organization with its profile, as it is found. */
export function describeOrganization(
  organization: ListedOrganization,
  profile: DescribedProfile | undefined,
  vocabulary: Vocabulary,
): DirectoryEntry {
  const { themes, languages, declared, texts, ...codes } = statedIn(profile, organization.languages);
  return finish(vocabulary, {
    id: organization.id,
    type: 'organization',
    organization,
    standing: organization.tpoMembership === 'none' ? OTHER : MEMBER,
    names: { own: [organization.name, organization.nameLocal ?? ''], others: organization.aliases },
    title: [organization.name, organization.nameLocal],
    listedAt: organization.createdAt,
    closesOn: null,
    languages,
    themes,
    facets: { ...codes, theme: themes, language: languages },
    declared,
    texts,
  });
}

/** What a profile states; without one, nothing but the languages of the organization. */
function statedIn(profile: DescribedProfile | undefined, languages: readonly string[]) {
  if (!profile) {
    return { sector: [], market: [], offers: [], seeks: [], themes: [], languages, declared: [], texts: [] };
  }
  const { sectors, themes, offers, seeks, markets, consultingAreas, certifications } = profile;
  const { summary, offerText, seekText, language } = profile;
  return {
    sector: sectors,
    market: markets,
    offers,
    seeks,
    themes,
    languages: [...new Set([...profile.languages, ...languages])],
    declared: [...sectors, ...themes, ...offers, ...seeks, ...markets, ...consultingAreas, ...certifications],
    texts: [
      ...[summary, offerText, seekText].flatMap((text) => (text ? [{ text, language }] : [])),
      ...profile.offerWritings,
      ...profile.seekWritings,
      ...translated(profile.translations),
      ...profile.translatedWritings,
    ],
  };
}

/** Texts in other languages than their own. What is outdated no longer says what is true. */
function translated(translations: ProfileRecord['translations']): EntryText[] {
  return Object.values(translations).flatMap((versions) =>
    Object.entries(versions).flatMap(([language, { text, state }]) =>
      state === 'outdated' ? [] : [{ text, language }],
    ),
  );
}

/** A published opportunity. */
export function describeOpportunity(
  opportunity: Opportunity,
  organization: ListedOrganization,
  vocabulary: Vocabulary,
): DirectoryEntry {
  const { title, text, language, themes, markets, collaboration, requirements } = opportunity;
  return finish(vocabulary, {
    id: opportunity.id,
    type: 'opportunity',
    organization,
    standing: BELONGING,
    names: { own: [title], others: [] },
    title: [title, null],
    listedAt: opportunity.listedAt,
    closesOn: opportunity.deadline,
    languages: [...requirements.languages],
    themes,
    facets: { theme: themes, market: markets, language: requirements.languages, seeks: collaboration },
    declared: [...themes, ...markets, ...collaboration, ...requirements.certifications],
    texts: [title, text].flatMap((part) => (part ? [{ text: part, language }] : [])),
  });
}

/**
 * A person who agreed to be found. Their name is only in what is searched and put in order, which goes with them; what
 * is shown is read when it is shown, and no correction ever leads to it.
 */
export function describePerson(
  person: FoundPerson,
  organization: ListedOrganization,
  vocabulary: Vocabulary,
): DirectoryEntry {
  const entry = finish(vocabulary, {
    id: person.id,
    type: 'person',
    organization,
    standing: BELONGING,
    names: { own: [person.latinName ?? '', person.displayName], others: [] },
    title: ['', null],
    listedAt: person.joinedAt,
    closesOn: null,
    languages: person.languages,
    themes: [],
    facets: { language: person.languages },
    declared: [],
    texts: [],
  });
  return { ...entry, words: [], card: { ...entry.card, names: [] } };
}

interface Draft {
  readonly id: string;
  readonly type: DirectoryEntry['type'];
  readonly organization: ListedOrganization;
  readonly standing: number;
  readonly names: { readonly own: readonly string[]; readonly others: readonly string[] };
  readonly title: readonly [title: string, local: string | null];
  readonly listedAt: Date;
  readonly closesOn: string | null;
  readonly languages: readonly string[];
  readonly themes: readonly string[];
  readonly facets: Readonly<Partial<Record<FacetField, readonly string[]>>>;
  readonly declared: readonly string[];
  readonly texts: readonly EntryText[];
}

/** What all entries have in common: names in every spelling, what the texts tell, the place, the facets. */
function finish(vocabulary: Vocabulary, draft: Draft): DirectoryEntry {
  const { organization, names, texts } = draft;
  const facets = facetsOf(draft);
  const concepts = conceptsOf(draft.declared, texts, vocabulary);
  const declared = new Set(draft.declared);
  const tokens = searchTokens([...names.own, ...names.others, ...texts.map(({ text }) => text)].join('\n'));
  const placeId = placeOf(organization);
  const [title, titleLocal] = draft.title;
  return {
    id: draft.id,
    type: draft.type,
    organizationId: organization.id,
    standing: draft.standing,
    nameFolded: foldName(names.own.find((name) => foldName(name) !== '') ?? '') || draft.id,
    listedAt: draft.listedAt,
    closesOn: draft.closesOn,
    country: organization.country,
    placeId,
    placeName: organization.kind === 'city' ? organization.name : organization.city,
    lat: organization.lat,
    lon: organization.lon,
    facets,
    concepts: concepts.map(({ id }) => (declared.has(id) ? id : `~${id}`)),
    lexemes: [
      ...new Set([
        ...nameLexemes(names.own, names.others),
        ...all(tokens),
        ...concepts.map(({ id }) => LEXEMES.concept(id)),
        ...(placeId === null ? [] : [LEXEMES.place(placeId)]),
        ...facets.map(LEXEMES.facet),
      ]),
    ],
    words: wordsOf(tokens, draft.declared, vocabulary),
    card: {
      title,
      titleLocal,
      kind: organization.kind,
      city: organization.kind === 'city' ? organization.name : organization.city,
      fictional: organization.fictional,
      themes: draft.themes,
      languages: draft.languages,
      names: [...new Set([...names.own, ...names.others])].filter((name) => name !== ''),
    },
    texts,
  };
}

/** The city it belongs to on the map; a city to itself. */
function placeOf({ kind, id, cityId }: Draft['organization']): string | null {
  return kind === 'city' ? id : cityId;
}

function facetsOf({ type, organization, facets }: Draft): string[] {
  const values = Object.entries(facets) as [FacetField, readonly string[]][];
  return [
    facetToken('scope', type),
    facetToken('kind', organization.kind),
    facetToken('country', organization.country),
    ...(organization.lat === null ? [] : [facetToken('place', placeOf(organization) ?? organization.id)]),
    ...values.flatMap(([field, codes]) => [...new Set(codes)].map((code) => facetToken(field, code))),
  ];
}

function nameLexemes(own: readonly string[], others: readonly string[]): string[] {
  const keys = (names: readonly string[]): string[] => names.map(nameKey).filter((key) => key !== '');
  const spelled = [...own, ...others];
  const heard = spelled.flatMap((name) => romanized(name) ?? []);
  return [
    ...keys(own).map(LEXEMES.name),
    ...keys([...others, ...heard]).map(LEXEMES.alias),
    ...own.flatMap(laterWords).map(LEXEMES.inner),
    ...spelled
      .map(initialsOf)
      .filter((initials) => initials !== '')
      .map(LEXEMES.initials),
    ...all(searchTokens(own.join('\n'))).map(LEXEMES.named),
  ];
}

/** "Nurigyeol Golf Tour" is also looked for as "golf tour". */
function laterWords(name: string): string[] {
  const words = foldName(name).split(' ');
  return words.slice(1).map((_, at) => words.slice(at + 1).join(''));
}

const all = ({ words, pairs, singles }: SearchTokens): string[] => [...words, ...pairs, ...singles];

/** Words worth correcting to: its own, and those that name what it declared, in every language. */
function wordsOf(tokens: SearchTokens, declared: readonly string[], vocabulary: Vocabulary): string[] {
  const told = declared.flatMap((code) => namingWords(code, vocabulary));
  return [...new Set([...tokens.words.filter(isForgiving), ...told])];
}

/** The same for every entry, so worked out once for each vocabulary. */
const naming = new WeakMap<Vocabulary, Map<string, readonly string[]>>();

function namingWords(code: string, vocabulary: Vocabulary): readonly string[] {
  const kept = naming.get(vocabulary) ?? new Map<string, readonly string[]>();
  naming.set(vocabulary, kept);
  const known = kept.get(code);
  if (known) return known;
  const labels = vocabulary.has(code) ? Object.values(vocabulary.concept(code).labels) : [];
  const words = searchTokens(labels.join('\n')).words.filter(isForgiving);
  kept.set(code, words);
  return words;
}
