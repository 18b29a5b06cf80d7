import {
  type ChangesOf,
  checkedDay,
  defineTransitions,
  InvalidInput,
  patched,
  period,
  type Period,
  saidOrNull,
  within,
} from '#libs/kernel';

export const OPPORTUNITY_STATES = ['draft', 'published', 'closed'] as const;
export type OpportunityState = (typeof OPPORTUNITY_STATES)[number];

/** Review, pausing and the deadline's own closing come between `draft`, `published` and `closed`. */
export const opportunityTransitions = defineTransitions<OpportunityState, 'publish' | 'close'>({
  feature: 'opportunity',
  initial: 'draft',
  states: OPPORTUNITY_STATES,
  transitions: {
    publish: {
      from: ['draft'],
      to: 'published',
      actor: 'the offering organization',
      event: 'opportunity.published',
    },
    close: {
      from: ['published'],
      to: 'closed',
      actor: 'the offering organization',
      event: 'opportunity.closed',
    },
  },
});

/** Hard conditions: what a partner must have. Empty says "no such condition". */
export interface Requirements {
  /** BCP 47 languages of service. */
  readonly languages: readonly string[];
  /** Taxonomy codes of kind `certification`. */
  readonly certifications: readonly string[];
  /** Months of operation, 1 to 12. */
  readonly months: readonly number[];
  /** Guests at a time. */
  readonly capacityMin: number | null;
  readonly capacityMax: number | null;
}

/** What an organization looks for. A draft needs a title and its language; publication also the text. */
export interface OpportunityContent {
  readonly title: string;
  /** BCP 47 language of title and text. */
  readonly language: string;
  readonly text: string | null;
  /** Taxonomy codes. */
  readonly collaboration: readonly string[];
  readonly themes: readonly string[];
  readonly markets: readonly string[];
  readonly requirements: Requirements;
  /** Last day for answers. */
  readonly deadline: string | null;
  /** When the work takes place. */
  readonly period: Period | null;
}

export interface Opportunity extends OpportunityContent {
  readonly id: string;
  readonly organizationId: string;
  readonly createdBy: string;
  readonly state: OpportunityState;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** When it came to its place in lists: its publication, before that its creation. */
  readonly listedAt: Date;
}

export type RequirementsInput = {
  readonly [Field in keyof Requirements]?: Requirements[Field] | null;
};

/** Fields as they are sent: left out is unchanged, null is cleared. */
export type OpportunityChanges = ChangesOf<Omit<OpportunityContent, 'requirements'>, 'title' | 'language'> & {
  readonly requirements?: RequirementsInput | null;
};

const NO_REQUIREMENTS: Requirements = {
  languages: [],
  certifications: [],
  months: [],
  capacityMin: null,
  capacityMax: null,
};

const BLANK: Omit<OpportunityContent, 'title' | 'language'> = {
  text: null,
  collaboration: [],
  themes: [],
  markets: [],
  requirements: NO_REQUIREMENTS,
  deadline: null,
  period: null,
};

/** The content of a new draft. Throws `request/invalid` for impossible capacities or an impossible period. */
export function newContent(
  input: OpportunityChanges & Pick<OpportunityContent, 'title' | 'language'>,
): OpportunityContent {
  return changedContent({ ...BLANK, title: input.title, language: input.language }, input);
}

/** `content` with the sent fields replaced. Throws like {@link newContent}. */
export function changedContent(content: OpportunityContent, changes: OpportunityChanges): OpportunityContent {
  const { requirements } = changes;
  const days = patched(changes.period, content.period, null);
  return {
    title: patched(changes.title, content.title, content.title).trim(),
    language: patched(changes.language, content.language, content.language),
    text: saidOrNull(patched(changes.text, content.text, null)),
    collaboration: patched(changes.collaboration, content.collaboration, []),
    themes: patched(changes.themes, content.themes, []),
    markets: patched(changes.markets, content.markets, []),
    requirements: requirements === undefined ? content.requirements : wholeRequirements(requirements ?? {}),
    deadline: checkedDay('/deadline', patched(changes.deadline, content.deadline, null)),
    period: days && within('/period', () => period(days.from, days.to)),
  };
}

/** What still has to be filled in before an opportunity can be published. */
export function missingForPublication(content: OpportunityContent): readonly (keyof OpportunityContent)[] {
  return content.text === null ? ['text'] : [];
}

/** True while the content may change: what is closed stays as it was. */
export function isEditable(state: OpportunityState): boolean {
  return state !== 'closed';
}

function wholeRequirements(input: RequirementsInput): Requirements {
  const { languages, certifications, months, capacityMin, capacityMax } = input;
  if (capacityMin && capacityMax && capacityMax < capacityMin) {
    throw new InvalidInput([
      { pointer: '/requirements/capacityMax', code: 'opportunity/capacity-below-minimum' },
    ]);
  }
  return {
    languages: patched(languages, [], []),
    certifications: patched(certifications, [], []),
    months: [...patched(months, [], [])].sort((a, b) => a - b),
    capacityMin: patched(capacityMin, null, null),
    capacityMax: patched(capacityMax, null, null),
  };
}
