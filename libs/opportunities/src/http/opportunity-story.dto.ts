import { ApiProperty } from '@nestjs/swagger';
import { PeriodDto } from '#libs/platform/fields';
import type { Story } from '../app/opportunity-desk.reader.js';
import type { Opportunity, OpportunityContent } from '../domain/opportunity.js';
import { CONTENT_FIELDS, type ContentField, type OpportunityStep } from '../domain/opportunity-history.js';
import { OPPORTUNITY_STATES, type OpportunityState } from '../domain/opportunity-states.js';
import { type Finding, type Verdict, VERDICTS, verdictOf } from '../domain/quality-check.js';
import { SEVERITIES, type Severity } from '../domain/quality-rule.js';
import { RequirementsResponse } from './opportunity-response.dto.js';

const STEP_AUTHORS = ['owner', 'secretariat', 'system'] as const;
type StepAuthor = (typeof STEP_AUTHORS)[number];

export class OpportunityStepResponse {
  /** @example hold */
  verb: string;

  @ApiProperty({ enum: OPPORTUNITY_STATES })
  fromState: OpportunityState;

  @ApiProperty({ enum: OPPORTUNITY_STATES })
  toState: OpportunityState;

  @ApiProperty({ enum: STEP_AUTHORS })
  by: StepAuthor;

  /** Why it was closed, or what came of it. */
  code: string | null;

  /** In words. */
  note: string | null;

  /** BCP 47 of the note. */
  language: string | null;
  at: string;
}

export class OpportunityContentResponse {
  title: string;
  language: string;
  text: string | null;
  collaboration: string[];
  themes: string[];
  markets: string[];
  requirements: RequirementsResponse;
  deadline: string | null;

  @ApiProperty({ type: PeriodDto, nullable: true })
  period: PeriodDto | null;
}

/** What others could read from a moment on. */
export class OpportunityVersionResponse {
  version: number;
  at: string;

  /** The fields that differ from the version before; none for the first one. */
  @ApiProperty({ enum: CONTENT_FIELDS, isArray: true })
  changed: ContentField[];
  content: OpportunityContentResponse;
}

export class OpportunityStoryResponse {
  /** Newest first. */
  steps: OpportunityStepResponse[];

  /** Newest first. */
  versions: OpportunityVersionResponse[];
}

export class FindingResponse {
  /** Number of the rule. */
  rule: number;

  /** @example opportunity/contact-phone */
  code: string;

  @ApiProperty({ enum: SEVERITIES })
  severity: Severity;

  /**
   * JSON pointer of the field.
   * @example /text
   */
  pointer: string;

  /** The words it is about. */
  quote: string | null;

  /** The other opportunity it is about. */
  otherId: string | null;
}

export class OpportunityCheckResponse {
  /** What publication would lead to. */
  @ApiProperty({ enum: VERDICTS })
  verdict: Verdict;

  /** In order of the rules. */
  findings: FindingResponse[];
}

export function toCheckResponse(findings: readonly Finding[]): OpportunityCheckResponse {
  return {
    verdict: verdictOf(findings),
    findings: findings.map(({ rule, code, severity, pointer, quote = null, otherId = null }) => ({
      ...{ rule, code, severity, pointer },
      ...{ quote, otherId },
    })),
  };
}

export function toStoryResponse(
  { organizationId }: Pick<Opportunity, 'organizationId'>,
  { steps, versions }: Story,
): OpportunityStoryResponse {
  return {
    steps: steps.map((step) => toStepResponse(step, organizationId)),
    versions: versions.map(({ version, savedAt, changed, content }) => ({
      version,
      at: savedAt.toISOString(),
      changed: [...changed],
      content: toContentResponse(content),
    })),
  };
}

function toStepResponse(step: OpportunityStep, ownerId: string): OpportunityStepResponse {
  const { verb, fromState, toState, code, note, language, at } = step;
  const by = authorOf(step, ownerId);
  return { verb, fromState, toState, by, code, note, language, at: at.toISOString() };
}

/** What its owner did before two entries were made one, its owner did. */
function authorOf({ verb, actorOrganizationId }: OpportunityStep, ownerId: string): StepAuthor {
  if (actorOrganizationId === null) return 'system';
  const isReview = ['approve', 'return', 'hold', 'release'].includes(verb);
  return isReview && actorOrganizationId !== ownerId ? 'secretariat' : 'owner';
}

function toContentResponse(content: OpportunityContent): OpportunityContentResponse {
  const { collaboration, themes, markets, requirements } = content;
  return {
    ...content,
    collaboration: [...collaboration],
    themes: [...themes],
    markets: [...markets],
    requirements: {
      ...requirements,
      languages: [...requirements.languages],
      certifications: [...requirements.certifications],
      months: [...requirements.months],
    },
  };
}
