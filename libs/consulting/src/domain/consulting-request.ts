import {
  type ChangesOf,
  checkedDay,
  defineTransitions,
  money,
  type Money,
  patched,
  saidOrNull,
  within,
} from '#libs/kernel';

export const CONSULTING_REQUEST_STATES = ['draft', 'submitted'] as const;
export type ConsultingRequestState = (typeof CONSULTING_REQUEST_STATES)[number];

/** How the advice is given. */
export const CONSULTING_MODES = ['onsite', 'remote', 'either'] as const;
export type ConsultingMode = (typeof CONSULTING_MODES)[number];

/** Triage, quotes and engagements continue from `submitted`. */
export const consultingRequestTransitions = defineTransitions<ConsultingRequestState, 'submit'>({
  feature: 'consulting-request',
  initial: 'draft',
  states: CONSULTING_REQUEST_STATES,
  transitions: {
    submit: {
      from: ['draft'],
      to: 'submitted',
      actor: 'the requesting organization',
      event: 'consulting-request.submitted',
    },
  },
});

/** What an organization asks experts. A draft needs a title and its language; submission also the text. */
export interface ConsultingRequestContent {
  readonly title: string;
  /** BCP 47 language of title and text. */
  readonly language: string;
  readonly text: string | null;
  /** Taxonomy codes of kind `consulting_area`. */
  readonly areas: readonly string[];
  /** BCP 47 languages the requester can work in. */
  readonly workingLanguages: readonly string[];
  /** Null: not stated. */
  readonly mode: ConsultingMode | null;
  readonly budget: Money | null;
  /** Day by which the advice is needed. */
  readonly deadline: string | null;
  /** Every reader is told so; what later publishes or summarises requests leaves it out. */
  readonly confidential: boolean;
}

export interface ConsultingRequest extends ConsultingRequestContent {
  readonly id: string;
  readonly organizationId: string;
  readonly createdBy: string;
  readonly state: ConsultingRequestState;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly submittedAt: Date | null;
}

/** Fields as they are sent: left out is unchanged, null is cleared. */
export type ConsultingRequestChanges = ChangesOf<ConsultingRequestContent, 'title' | 'language'>;

const BLANK: Omit<ConsultingRequestContent, 'title' | 'language'> = {
  text: null,
  areas: [],
  workingLanguages: [],
  mode: null,
  budget: null,
  deadline: null,
  confidential: false,
};

/** The content of a new draft. Throws `request/invalid` for an impossible budget or deadline. */
export function newContent(
  input: ConsultingRequestChanges & Pick<ConsultingRequestContent, 'title' | 'language'>,
): ConsultingRequestContent {
  return changedContent({ ...BLANK, title: input.title, language: input.language }, input);
}

/** `content` with the sent fields replaced. Throws like {@link newContent}. */
export function changedContent(
  content: ConsultingRequestContent,
  changes: ConsultingRequestChanges,
): ConsultingRequestContent {
  const budget = patched(changes.budget, content.budget, null);
  return {
    title: patched(changes.title, content.title, content.title).trim(),
    language: patched(changes.language, content.language, content.language),
    text: saidOrNull(patched(changes.text, content.text, null)),
    areas: patched(changes.areas, content.areas, []),
    workingLanguages: patched(changes.workingLanguages, content.workingLanguages, []),
    mode: patched(changes.mode, content.mode, null),
    budget: budget && within('/budget', () => money(budget.amountMinor, budget.currency)),
    deadline: checkedDay('/deadline', patched(changes.deadline, content.deadline, null)),
    confidential: patched(changes.confidential, content.confidential, false),
  };
}

/** What still has to be filled in before a request can be submitted. */
export function missingForSubmission(
  content: ConsultingRequestContent,
): readonly (keyof ConsultingRequestContent)[] {
  return content.text === null ? ['text'] : [];
}
