import type { RichText } from '#libs/contracts';
import { currencyExponent, type Money } from '#libs/kernel';
import type { AnswerValue, FrozenDossier } from '../../domain/dossier.js';
import type { FrozenContent, ProposalVersion } from '../../domain/proposal.js';
import { type PrintedWords, printedWords } from './printed-words.js';

/** What the template sets, part by part. */
export type PrintedBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'rich'; readonly text: RichText }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Number of the column with amounts, which end at the right. */
      readonly amounts: number;
    };

export interface PrintedPart {
  readonly heading: string;
  readonly blocks: readonly PrintedBlock[];
}

export interface PrintedProposal {
  readonly title: string;
  /** What the title is called. */
  readonly titleLabel: string;
  readonly footer: string;
  readonly head: readonly (readonly [label: string, value: string])[];
  readonly parts: readonly PrintedPart[];
}

/** Names for what a version holds by id or code. */
export interface Names {
  organization(id: string): string;
  code(code: string): string;
  /** The words of a question of the call. */
  question(key: string): string;
  /** The words of a choice. */
  option(questionKey: string, optionKey: string): string;
}

const SECTIONS = ['need', 'approach', 'impact', 'risks'] as const;

/** A frozen version as it is put on paper: all that was handed in, with its receipt. `language` is the reader's. */
export function printedProposal(
  version: ProposalVersion,
  organizationId: string,
  names: Names,
  language: string,
): PrintedProposal {
  const words = printedWords(language);
  const { content } = version;
  const page = new Page(words, names, language, content.budget?.currency ?? 'USD');
  const { dossier } = content;
  return {
    title: content.title,
    titleLabel: words.title,
    footer: `${content.title} · ${words.version} ${version.number} · ${version.sha256.slice(0, 16)}`,
    head: [
      [words.proposedBy, names.organization(organizationId)],
      [words.version, String(version.number)],
      [words.handedIn, utc(version.submittedAt)],
      [words.hash, version.sha256],
    ],
    parts: [...page.content(content), ...(dossier ? page.dossier(dossier, organizationId) : [])].filter(
      ({ blocks }) => blocks.length > 0,
    ),
  };
}

class Page {
  constructor(
    private readonly words: PrintedWords,
    private readonly names: Names,
    private readonly language: string,
    private readonly currency: string,
  ) {}

  content(content: FrozenContent): PrintedPart[] {
    const { words } = this;
    const facts: [string, string][] = [
      [words.themes, this.codes(content.themes)],
      [words.collaboration, this.codes(content.collaboration)],
      [words.sdgTargets, this.codes(content.sdgTargets)],
      [words.budget, content.budget ? this.amount(content.budget) : ''],
      [words.period, content.period ? `${content.period.from} – ${content.period.to}` : ''],
    ];
    const said = facts.filter(([, value]) => value !== '');
    return [
      { heading: words.summary, blocks: [...textBlock(content.summary), ...factsBlock(said)] },
      { heading: words.partnersSought, blocks: textBlock(content.partnersSought) },
    ];
  }

  dossier(dossier: FrozenDossier, leadId: string): PrintedPart[] {
    const { words } = this;
    return [
      ...SECTIONS.map((key): PrintedPart => ({
        heading: words.sections[key],
        blocks: sectionBlock(dossier.sections[key]),
      })),
      { heading: words.answers, blocks: factsBlock(this.answers(dossier)) },
      { heading: words.partners, blocks: this.partners(dossier, leadId) },
      { heading: words.workPlan, blocks: this.workPlan(dossier) },
      { heading: words.budgetLines, blocks: this.budgetLines(dossier) },
      {
        heading: words.annexes,
        blocks: factsBlock(dossier.annexes.map((annex) => [annex.title, annex.sha256])),
      },
      { heading: words.letters, blocks: this.letters(dossier) },
      {
        heading: words.signOffs,
        blocks: this.table(
          [words.organization, words.signedAt],
          dossier.signOffs.map(({ organizationId, at }) => [
            this.names.organization(organizationId),
            utc(new Date(at)),
          ]),
        ),
      },
    ];
  }

  private answers({ answers }: FrozenDossier): [string, string][] {
    return Object.entries(answers).map(([key, value]) => [this.names.question(key), this.answer(key, value)]);
  }

  private answer(key: string, value: AnswerValue): string {
    if (typeof value === 'number') return new Intl.NumberFormat(this.language).format(value);
    if (typeof value === 'string') return this.names.option(key, value);
    if ('amountMinor' in value) return this.amount(value);
    return value.map((option) => this.names.option(key, option)).join(', ');
  }

  private partners({ partners, leadTask }: FrozenDossier, leadId: string): PrintedBlock[] {
    if (partners.length === 0) return [];
    const { words, names } = this;
    return this.table(
      [words.organization, words.task, words.share],
      [
        [`${names.organization(leadId)} (${words.lead})`, leadTask ?? '', ''],
        ...partners.map(({ organizationId, task, shareMinor }) => [
          names.organization(organizationId),
          task ?? '',
          shareMinor === null ? '' : this.minor(shareMinor),
        ]),
      ],
      2,
    );
  }

  private workPlan({ workPlan }: FrozenDossier): PrintedBlock[] {
    const { words } = this;
    return this.table(
      [words.milestone, words.due, words.organization, words.deliverable],
      workPlan.map(({ title, due, organizationId, deliverable }) => [
        title,
        due,
        this.names.organization(organizationId),
        deliverable ?? '',
      ]),
    );
  }

  private budgetLines({ budgetLines }: FrozenDossier): PrintedBlock[] {
    if (budgetLines.length === 0) return [];
    const { words } = this;
    const total = budgetLines.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    return this.table(
      [words.organization, words.task, words.amount],
      [
        ...budgetLines.map(({ organizationId, title, amountMinor }) => [
          this.names.organization(organizationId),
          title,
          this.minor(amountMinor),
        ]),
        [words.total, '', this.minor(total)],
      ],
      2,
    );
  }

  private letters({ letters }: FrozenDossier): PrintedBlock[] {
    return letters.flatMap(({ organizationId, dated, body, sha256 }): PrintedBlock[] => [
      {
        kind: 'facts',
        rows: [
          [this.words.organization, this.names.organization(organizationId)],
          [this.words.dated, dated],
          ['SHA-256', sha256],
        ],
      },
      { kind: 'text', text: body },
    ]);
  }

  private table(head: string[], rows: string[][], amounts = -1): PrintedBlock[] {
    return rows.length > 0 ? [{ kind: 'table', head, rows, amounts }] : [];
  }

  private codes(codes: readonly string[]): string {
    return codes.map((code) => this.names.code(code)).join(', ');
  }

  private minor(amountMinor: number): string {
    return this.amount({ amountMinor, currency: this.currency });
  }

  private amount({ amountMinor, currency }: Money): string {
    const digits = currencyExponent(currency);
    return new Intl.NumberFormat(this.language, {
      style: 'currency',
      currency,
      currencyDisplay: 'code',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(amountMinor / 10 ** digits);
  }
}

const textBlock = (text: string | null): PrintedBlock[] => (text ? [{ kind: 'text', text }] : []);
/** Written together it is a RichText; sections from elsewhere are plain. */
function sectionBlock(text: unknown): PrintedBlock[] {
  if (typeof text === 'string') return textBlock(text);
  return text ? [{ kind: 'rich', text: text as RichText }] : [];
}
const factsBlock = (rows: (readonly [string, string])[]): PrintedBlock[] =>
  rows.length > 0 ? [{ kind: 'facts', rows }] : [];
/** Paper is read everywhere: the one time that is the same for all. */
const utc = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
