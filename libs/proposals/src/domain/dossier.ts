import type { RichText } from '#libs/contracts';
import { type ChangesOf, patched, saidOrNull } from '#libs/kernel';

/** The stage of its call for which a proposal is written. */
export const PROPOSAL_STAGES = ['concept', 'full'] as const;
export type ProposalStage = (typeof PROPOSAL_STAGES)[number];

/** How the document with its sections is known to the co-editing of the platform. */
export const DOCUMENT_KIND = 'proposal';

/** The long texts of a proposal beside its summary. */
export const SECTION_KEYS = ['need', 'approach', 'impact', 'risks'] as const;
export type SectionKey = (typeof SECTION_KEYS)[number];

/** An amount in an answer, in minor units of an ISO 4217 currency. */
export interface AmountAnswer {
  readonly amountMinor: number;
  readonly currency: string;
}
/** An answer to a question of the call's form: a text or a day, a number, an amount, choices by key. */
export type AnswerValue = string | number | AmountAnswer | readonly string[];
export type Answers = Readonly<Record<string, AnswerValue>>;
/** Only those in which something was written. */
export type Sections = Readonly<Partial<Record<SectionKey, RichText>>>;

export interface Milestone {
  readonly title: string;
  /** Day by which it is reached, YYYY-MM-DD. */
  readonly due: string;
  /** The lead or a partner. */
  readonly organizationId: string;
  readonly deliverable: string | null;
}

/** A line of the budget, in the currency of the proposal's budget. */
export interface BudgetLine {
  /** The lead or a partner. */
  readonly organizationId: string;
  readonly title: string;
  readonly amountMinor: number;
}

/** What of a dossier is written in fields; its sections are written together, in a document of their own. */
export interface WrittenDossier {
  readonly answers: Answers;
  readonly workPlan: readonly Milestone[];
  readonly budgetLines: readonly BudgetLine[];
  /** What the lead does itself. */
  readonly leadTask: string | null;
}

/** Fields as they are sent; of the answers those that are named are replaced, null takes one out. */
export type DossierChanges = Omit<ChangesOf<WrittenDossier, never>, 'answers'> & {
  readonly answers?: Readonly<Record<string, AnswerValue | null>>;
};

/** What a proposal holds beyond what every proposal has. */
export interface DossierContent extends WrittenDossier {
  readonly sections: Sections;
}

/** The dossier with the sent fields replaced. */
export function changedDossier(dossier: WrittenDossier, changes: DossierChanges): WrittenDossier {
  const answers = Object.entries({ ...dossier.answers, ...changes.answers });
  return {
    answers: Object.fromEntries(answers.filter((entry): entry is [string, AnswerValue] => entry[1] !== null)),
    workPlan: patched(changes.workPlan, dossier.workPlan, []),
    budgetLines: patched(changes.budgetLines, dossier.budgetLines, []),
    leadTask: saidOrNull(patched(changes.leadTask, dossier.leadTask, null)),
  };
}

/** What a change touches, in the words by which fields are reopened. */
export function touchedBy(changes: DossierChanges): string[] {
  const { answers, ...rest } = changes;
  const fields = Object.entries(rest).flatMap(([field, value]) => (value === undefined ? [] : field));
  return [...fields, ...Object.keys(answers ?? {}).map((key) => `answers/${key}`)];
}

/** A partner as it is frozen. */
export interface FrozenPartner {
  readonly organizationId: string;
  readonly task: string | null;
  /** In the currency of the budget. */
  readonly shareMinor: number | null;
}

/** A partner organization's word for the exact content with this hash. */
export interface SignOff {
  readonly organizationId: string;
  readonly personId: string;
  readonly sha256: string;
  /** RFC 3339. */
  readonly at: string;
}

export interface FrozenAnnex {
  readonly fileId: string;
  readonly title: string;
  /** The question it answers. */
  readonly questionKey: string | null;
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly sha256: string;
}

/** A letter of support as it stood when the proposal was handed in. */
export interface FrozenLetter {
  /** The city. */
  readonly organizationId: string;
  /** The date it bears, YYYY-MM-DD. */
  readonly dated: string;
  readonly body: string;
  /** BCP 47 of the body. */
  readonly language: string;
  readonly signedBy: string;
  /** SHA-256 of its canonical JSON, in hexadecimal. */
  readonly sha256: string;
}

/** What the partners sign: everything but their own words for it and the letters of others. */
export interface SignedDossier extends DossierContent {
  readonly callId: string | null;
  readonly callVersion: number | null;
  readonly stage: ProposalStage | null;
  readonly partners: readonly FrozenPartner[];
  readonly annexes: readonly FrozenAnnex[];
}

export interface FrozenDossier extends SignedDossier {
  /** What every sign-off names. */
  readonly signedSha256: string;
  readonly signOffs: readonly SignOff[];
  readonly letters: readonly FrozenLetter[];
}

/** True for a proposal that says nothing beyond what every proposal has: its dossier is not kept. */
export function isBlankDossier(dossier: SignedDossier): boolean {
  return (
    dossier.callId === null &&
    dossier.partners.length === 0 &&
    dossier.annexes.length === 0 &&
    dossier.workPlan.length === 0 &&
    dossier.budgetLines.length === 0 &&
    dossier.leadTask === null &&
    Object.keys(dossier.answers).length === 0 &&
    Object.keys(dossier.sections).length === 0
  );
}
