import { ApiProperty } from '@nestjs/swagger';
import { MoneyDto, PeriodDto } from '#libs/platform/fields';
import type { ReadableProposal } from '../app/readable-proposal.js';

export class ReadablePartyResponse {
  /** `lead`, `partner-1`, …: what milestones and budget lines name. */
  key: string;
  /** Null in a blind round, as name and country. */
  organizationId: string | null;
  name: string | null;
  country: string | null;
  task: string | null;
}

export class ReadableAnswerResponse {
  /** Of the question in the call's form. */
  key: string;
  /** Of the question. */
  words: string;
  /** As text; of several choices, each. */
  values: string[];
}

export class ReadableSectionResponse {
  key: string;
  /** Paragraphs of plain text. */
  paragraphs: string[];
}

export class ReadableMilestoneResponse {
  title: string;
  due: string;
  party: string;
  deliverable: string | null;
}

export class ReadableBudgetLineResponse {
  party: string;
  title: string;
  amountMinor: number;
}

export class ReadableLetterResponse {
  /** Null in a blind round. */
  city: string | null;
  dated: string;
  body: string;
  language: string;
}

export class ReadableFileResponse {
  fileId: string;
  title: string;
}

/** A version of a proposal as a reviewer or the desk reads it. */
export class ReadableProposalResponse {
  /** Of the version. */
  number: number;
  title: string;
  language: string;
  summary: string | null;
  partnersSought: string | null;
  themes: string[];
  sdgTargets: string[];
  @ApiProperty({ type: MoneyDto, nullable: true })
  budget: MoneyDto | null;
  @ApiProperty({ type: PeriodDto, nullable: true })
  period: PeriodDto | null;
  parties: ReadablePartyResponse[];
  answers: ReadableAnswerResponse[];
  sections: ReadableSectionResponse[];
  workPlan: ReadableMilestoneResponse[];
  budgetLines: ReadableBudgetLineResponse[];
  letters: ReadableLetterResponse[];
  /** Titles. */
  annexes: string[];
  /** Those of the annexes that can be opened; none in a blind round. */
  files: ReadableFileResponse[];
}

export function toReadable({ answers, sections, ...proposal }: ReadableProposal): ReadableProposalResponse {
  return {
    ...proposal,
    themes: [...proposal.themes],
    sdgTargets: [...proposal.sdgTargets],
    parties: [...proposal.parties],
    workPlan: [...proposal.workPlan],
    budgetLines: [...proposal.budgetLines],
    letters: [...proposal.letters],
    annexes: [...proposal.annexes],
    files: [...proposal.files],
    answers: answers.map(({ key, words, value }) => ({ key, words, values: textsOf(value) })),
    sections: sections.map(({ key, text }) => ({ key, paragraphs: paragraphsOf(text) })),
  };
}

/** An answer in words: an amount with its currency, each of several choices by itself. */
function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return 'amountMinor' in value && 'currency' in value
    ? [`${String(value.amountMinor)} ${String(value.currency)}`]
    : [];
}

/** Paragraphs of a formatted text, or the lines of a plain one. */
function paragraphsOf(text: unknown): string[] {
  if (typeof text === 'string') return text.split(/\n+/u).filter((line) => line.trim() !== '');
  if (typeof text !== 'object' || text === null) return [];
  const content: unknown = 'content' in text ? text.content : undefined;
  if (!Array.isArray(content)) return [];
  const nodes = content as readonly { text?: unknown }[];
  if (nodes.some((node) => typeof node.text === 'string'))
    return [nodes.map((node) => (typeof node.text === 'string' ? node.text : '\n')).join('')];
  return nodes.flatMap(paragraphsOf);
}
