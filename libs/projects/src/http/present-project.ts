import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization } from '#libs/kernel';
import { type OrganizationCard, OrganizationsReader } from '#libs/organizations';
import type { ProjectCard } from '../app/projects.reader.js';
import { type Workspace, WorkspaceReader } from '../app/workspace.reader.js';
import { abilitiesFor, milestoneAbilities, relationTo } from '../domain/project.policy.js';
import type { Milestone } from '../domain/project.js';
import { missingLanguages } from '../domain/result.js';
import type { ProjectMilestoneResponse } from './project-milestone.dto.js';
import type {
  NextMilestoneResponse,
  ProjectBudgetLineResponse,
  ProjectCardResponse,
  ProjectOrganizationResponse,
  ProjectResponse,
  ProjectStoryResponse,
} from './project-response.dto.js';

type Cards = ReadonlyMap<string, OrganizationCard>;

/** Projects as the wire has them, with the names of organizations. */
@Injectable()
export class PresentProject {
  constructor(
    private readonly workspaces: WorkspaceReader,
    private readonly organizations: OrganizationsReader,
  ) {}

  /** The whole of a project the actor may read, as it is now. */
  async of(actor: Actor, id: string): Promise<ProjectResponse> {
    const workspace = await this.workspaces.of(actor, id);
    const { project, partners } = workspace;
    const cards = await this.organizations.cards([
      project.runnerId,
      ...partners.map(({ organizationId }) => organizationId),
    ]);
    return toProject(actor, workspace, cards);
  }

  async cards(actor: Actor, found: readonly ProjectCard[]): Promise<ProjectCardResponse[]> {
    const ids = found.flatMap(({ project, partners }) => [
      project.runnerId,
      ...partners.map(({ organizationId }) => organizationId),
    ]);
    const cards = await this.organizations.cards(ids);
    return found.map((card) => toCard(actor, card, cards));
  }

  async story(actor: Actor, id: string): Promise<ProjectStoryResponse> {
    const steps = await this.workspaces.story(actor, id);
    const cards = await this.organizations.cards(steps.flatMap(({ organizationId }) => organizationId ?? []));
    return {
      items: steps.map(({ organizationId, at, ...step }) => ({
        ...{ id: step.id, verb: step.verb, fromState: step.fromState, toState: step.toState },
        ...{ milestoneId: step.milestoneId, words: step.words, language: step.language },
        organization: organizationId === null ? null : toOrganization(organizationId, cards),
        at: at.toISOString(),
      })),
    };
  }
}

function toProject(actor: Actor, workspace: Workspace, cards: Cards): ProjectResponse {
  const { project, partners, relation, result, milestones } = workspace;
  const acting = actingOrganization(actor).id;
  const { proposalId, proposalVersion, callId, id, version, title, summary, language, state } = project;
  const abilities = abilitiesFor(actor, project, relation, workspace.ratingsAreOpen);
  return {
    ...{ id, version, title, summary, language, state, proposalId, proposalVersion, callId, relation },
    runner: toOrganization(project.runnerId, cards),
    partners: partners.map(({ organizationId, task, shareMinor, consents }) => ({
      organization: toOrganization(organizationId, cards),
      isLead: organizationId === project.organizationId,
      ...{ task, shareMinor, consents },
    })),
    ...{ themes: [...project.themes], sdgTargets: [...project.sdgTargets], zone: project.zone },
    ...{ budgetMinor: project.budgetMinor, currency: project.currency, budget: toBudget(workspace) },
    milestones: milestones.map((milestone) => toMilestone(actor, workspace, milestone)),
    waiting: workspace.waiting.map((one) => ({ ...one, isYou: one.organizationId === acting })),
    missing: [...workspace.missing],
    ratings: {
      areOpen: workspace.ratingsAreOpen,
      given: [...workspace.ratings],
      toRate: abilities.rate ? [...workspace.toRate] : [],
    },
    result: {
      ...{ texts: [...result.texts], figures: [...result.figures], pictures: [...result.pictures] },
      ...{ version: result.version, missingLanguages: missingLanguages(result, language) },
      mayEdit: abilities.editResult,
    },
    conversationId: relation === 'runner' ? null : project.conversationId,
    startedAt: project.startedAt.toISOString(),
    closingSince: project.closingSince?.toISOString() ?? null,
    endedAt: project.endedAt?.toISOString() ?? null,
    abilities,
  };
}

function toMilestone(actor: Actor, workspace: Workspace, milestone: Milestone): ProjectMilestoneResponse {
  const { id, kind, position, title, deliverable, organizationId, dueDay, daysLate, state } = milestone;
  const { words, language, submittedAt, note, noteLanguage, settledAt, spending } = milestone;
  return {
    ...{ id, kind, position, title, deliverable, organizationId, dueDay, daysLate, state, words, language },
    spending: [...spending],
    submittedAt: submittedAt?.toISOString() ?? null,
    ...{ note, noteLanguage, settledAt: settledAt?.toISOString() ?? null },
    evidence: workspace.evidence.filter(({ milestoneId }) => milestoneId === id),
    dayChanges: workspace.dayChanges
      .filter(({ milestoneId }) => milestoneId === id)
      .map(({ askedAt, answeredAt, ...change }) => ({
        ...change,
        askedAt: askedAt.toISOString(),
        answeredAt: answeredAt?.toISOString() ?? null,
      })),
    abilities: milestoneAbilities(actor, workspace.project, milestone, workspace.relation),
  };
}

/** What was spent stands in the reports; the newest that was handed in has the last word on a line. */
function toBudget({ budget, milestones }: Workspace): ProjectBudgetLineResponse[] {
  const reports = milestones.filter(({ submittedAt }) => submittedAt !== null).reverse();
  const spentOf = (id: string): number | null => {
    const entries = reports.flatMap(({ spending }) => spending.filter(({ lineId }) => lineId === id));
    return entries[0]?.spentMinor ?? null;
  };
  return budget.map((line) => ({ ...line, spentMinor: spentOf(line.id) }));
}

function toCard(actor: Actor, card: ProjectCard, cards: Cards): ProjectCardResponse {
  const { project, partners, progress, waiting, milestones } = card;
  const { id, title, language, state } = project;
  const acting = actingOrganization(actor).id;
  const countries = partners.flatMap(({ organizationId }) => cards.get(organizationId)?.country ?? []);
  const milestoneOf = (milestoneId: string | null): NextMilestoneResponse | null => {
    const milestone = milestones.find((one) => one.id === milestoneId);
    return milestone ? toNext(milestone) : null;
  };
  return {
    ...{ id, title, language, state, relation: relationTo(actor, project, partners) },
    lead: toOrganization(project.organizationId, cards),
    partners: partners.length,
    countries: [...new Set(countries)],
    ...{ accepted: progress.accepted, milestones: progress.all, late: progress.late },
    daysLate: progress.daysLate,
    next: progress.next && toNext(progress.next),
    waiting: waiting.map(({ kind, organizationId, milestoneId, daysLate }) => ({
      ...{ kind, organization: toOrganization(organizationId, cards), isYou: organizationId === acting },
      ...{ milestone: milestoneOf(milestoneId), daysLate },
    })),
    startedAt: project.startedAt.toISOString(),
    endedAt: project.endedAt?.toISOString() ?? null,
  };
}

function toNext({ kind, position, title, dueDay }: Milestone): NextMilestoneResponse {
  return { kind, position, title, dueDay };
}

export function toOrganization(id: string, cards: Cards): ProjectOrganizationResponse {
  const card = cards.get(id);
  return {
    id,
    slug: card?.slug ?? '',
    name: card?.name ?? '',
    nameLocal: card?.nameLocal ?? null,
    country: card?.country ?? '',
  };
}
