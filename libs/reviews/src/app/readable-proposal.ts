import type { FrozenContent, FrozenDossier } from '#libs/proposals';
import type { Redaction } from '../domain/redaction.js';

/** An organization of the consortium, by what is known of it to the reader. */
export interface ReadableParty {
  /** `lead`, `partner-1`, …: what milestones and budget lines name. */
  readonly key: string;
  /** These three are null in a blind round. */
  readonly organizationId: string | null;
  readonly name: string | null;
  readonly country: string | null;
  readonly task: string | null;
}

/** A proposal as a reviewer or the desk reads it: without ids of persons, and in a blind round without names. */
export interface ReadableProposal {
  readonly number: number;
  readonly title: string;
  readonly language: string;
  readonly summary: string | null;
  readonly partnersSought: string | null;
  readonly themes: readonly string[];
  readonly sdgTargets: readonly string[];
  readonly budget: FrozenContent['budget'];
  readonly period: FrozenContent['period'];
  readonly parties: readonly ReadableParty[];
  /** `words`: of the question, as it was asked when this was handed in; the key where it is asked no more. */
  readonly answers: readonly { readonly key: string; readonly words: string; readonly value: unknown }[];
  readonly sections: readonly { readonly key: string; readonly text: unknown }[];
  readonly workPlan: readonly {
    readonly title: string;
    readonly due: string;
    readonly party: string;
    readonly deliverable: string | null;
  }[];
  readonly budgetLines: readonly {
    readonly party: string;
    readonly title: string;
    readonly amountMinor: number;
  }[];
  readonly letters: readonly {
    readonly city: string | null;
    readonly dated: string;
    readonly body: string;
    readonly language: string;
  }[];
  readonly annexes: readonly string[];
  /** What can be opened of the annexes: a file may say anything, so reviewers of a blind round get none. */
  readonly files: readonly { readonly fileId: string; readonly title: string }[];
}

type Identity = Pick<ReadableParty, 'organizationId' | 'name' | 'country'>;

const NOBODY: Identity = { organizationId: null, name: null, country: null };

/** Of a proposal that says nothing beyond what every proposal has. */
const NO_DOSSIER: Pick<
  FrozenDossier,
  'answers' | 'sections' | 'workPlan' | 'budgetLines' | 'leadTask' | 'partners' | 'letters' | 'annexes'
> = {
  answers: {},
  sections: {},
  workPlan: [],
  budgetLines: [],
  leadTask: null,
  partners: [],
  letters: [],
  annexes: [],
};

interface Named {
  readonly name: string;
  readonly country: string;
}

/**
 * @param leadId the organization that leads it
 * @param redaction the layer of a blind round; null where names may be read
 * @param questions words of the form's questions by key
 */
export function readableProposal(
  version: { readonly number: number; readonly content: FrozenContent },
  leadId: string,
  cards: ReadonlyMap<string, Named>,
  redaction: Redaction | null,
  questions: ReadonlyMap<string, string> = new Map(),
): ReadableProposal {
  const { content, number } = version;
  const dossier = content.dossier ?? NO_DOSSIER;
  const keys = keysOf(leadId, dossier);
  const keyOf = (id: string): string => keys.get(id) ?? 'lead';
  const identityOf = (id: string): Identity => (redaction ? NOBODY : identified(id, cards.get(id)));
  const tasks = new Map([
    [leadId, dossier.leadTask],
    ...dossier.partners.map(({ organizationId, task }) => [organizationId, task] as const),
  ]);
  const readable: ReadableProposal = {
    number,
    title: content.title,
    language: content.language,
    summary: content.summary,
    partnersSought: content.partnersSought,
    themes: content.themes,
    sdgTargets: content.sdgTargets,
    budget: content.budget,
    period: content.period,
    parties: [...keys].map(([id, key]) => ({ key, ...identityOf(id), task: tasks.get(id) ?? null })),
    answers: Object.entries(dossier.answers).map(([key, value]) => ({
      ...{ key, value },
      words: questions.get(key) ?? key,
    })),
    sections: Object.entries(dossier.sections).map(([key, text]) => ({ key, text })),
    workPlan: dossier.workPlan.map(({ organizationId, ...milestone }) => ({
      ...milestone,
      party: keyOf(organizationId),
    })),
    budgetLines: dossier.budgetLines.map(({ organizationId, ...line }) => ({
      ...line,
      party: keyOf(organizationId),
    })),
    letters: dossier.letters.map(({ organizationId, dated, body, language }) => ({
      city: identityOf(organizationId).name,
      dated,
      body,
      language,
    })),
    annexes: dossier.annexes.map(({ title }) => title),
    files: redaction ? [] : dossier.annexes.map(({ fileId, title }) => ({ fileId, title })),
  };
  return redaction ? redaction.deep(readable) : readable;
}

/** Every organization a version names: consortium and cities that wrote letters. */
export function organizationsOf({ dossier }: FrozenContent, leadId: string): string[] {
  const letters = (dossier?.letters ?? []).map(({ organizationId }) => organizationId);
  return [...keysOf(leadId, dossier).keys(), ...letters];
}

function keysOf(leadId: string, dossier: Pick<FrozenDossier, 'partners'> | undefined): Map<string, string> {
  const partners = dossier?.partners ?? [];
  return new Map([
    [leadId, 'lead'],
    ...partners.map(({ organizationId }, at) => [organizationId, `partner-${String(at + 1)}`] as const),
  ]);
}

function identified(organizationId: string, card: Named | undefined): Identity {
  return { organizationId, name: card?.name ?? null, country: card?.country ?? null };
}
