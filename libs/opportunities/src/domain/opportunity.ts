import {
  type ChangesOf,
  checkedDay,
  InvalidInput,
  patched,
  period,
  type Period,
  saidOrNull,
  within,
} from '#libs/kernel';
import type { CloseReason, OpportunityState, Outcome } from './opportunity-states.js';

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
  /** Since when it is in its state. */
  readonly stateSince: Date;
  /** When others could read it first; null as long as nobody could. */
  readonly publishedAt: Date | null;
  readonly renewedAt: Date | null;
  /** When its life is over, or the day for answers; null before it is published. By the clock of the database. */
  readonly endsAt: Date | null;
  /** That moment has come. */
  readonly isOver: boolean;
  /** Others find it in lists and may answer it: published, not over, and its organization takes part. */
  readonly isOpen: boolean;
  /** It was never renewed, and its end is near or past. */
  readonly isRenewable: boolean;
  /** Since when the secretariat keeps it off the lists. */
  readonly heldAt: Date | null;
  /** When its owner last asked the secretariat to look again. */
  readonly lookAskedAt: Date | null;
  readonly closeReason: CloseReason | null;
  readonly filledWithId: string | null;
  /** The partner's name, where it is no member. */
  readonly filledWithName: string | null;
  readonly outcome: Outcome | null;
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
