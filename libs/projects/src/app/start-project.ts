import { Injectable } from '@nestjs/common';
import { OpenConversation } from '#libs/messaging';
import { newId, type Transaction } from '#libs/platform/database';
import type { ProposalVersion } from '#libs/proposals';
import { MilestoneRepository } from '../data/milestone.repository.js';
import { ProjectRepository } from '../data/project.repository.js';
import { plannedMilestones } from '../domain/project-plan.js';
import type { Project } from '../domain/project.js';
import { MilestoneTimers } from './milestone-timers.js';
import { ProjectRecords, sourceOf } from './project-records.js';
import { organizationsOf, type Winner, WinnerLoader } from './winner.loader.js';

/**
 * Starts the project of a proposal whose acceptance is public: partners, budget and milestones are those of the
 * version that was handed in last, among those who are there now. However often and however many at once it is asked
 * for, a proposal has one project.
 */
@Injectable()
export class StartProject {
  constructor(
    private readonly sources: WinnerLoader,
    private readonly projects: ProjectRepository,
    private readonly milestones: MilestoneRepository,
    private readonly timers: MilestoneTimers,
    private readonly conversations: OpenConversation,
    private readonly records: ProjectRecords,
  ) {}

  /** What there is to start from; undefined where the proposal is not, or not finally, accepted. */
  async winner(proposalId: string): Promise<Winner | undefined> {
    return this.sources.load(proposalId);
  }

  /** Answers the id of the project; undefined where it had begun before. */
  async within(tx: Transaction, winner: Winner): Promise<string | undefined> {
    const { proposal, version, zone } = winner;
    const { content, number: proposalVersion } = version;
    const { id: proposalId, organizationId, call } = proposal;
    if (!call) return undefined;
    const id = newId();
    const { title, summary, language, themes, sdgTargets, budget } = content;
    const isNew = await this.projects.start(tx, {
      ...{
        id,
        proposalId,
        proposalVersion,
        organizationId,
        title,
        summary,
        language,
        themes,
        sdgTargets,
        zone,
      },
      ...{ callId: call.callId, runnerId: call.callOrganizationId },
      ...{ budgetMinor: budget?.amountMinor ?? null, currency: budget?.currency ?? null },
    });
    if (!isNew) return undefined;
    await this.copy(tx, id, winner);
    const project = await this.talk(tx, id, winner);
    await this.records.projectStep(tx, project, 'start', project.state);
    const organizationIds = organizationsOf(winner);
    for (const toOrganizationId of new Set([...organizationIds, project.runnerId]))
      tx.emit('project.started', sourceOf(project), { toOrganizationId, proposalId, organizationIds });
    return id;
  }

  private async copy(tx: Transaction, id: string, { proposal, version, zone }: Winner): Promise<void> {
    const { dossier, period } = version.content;
    const lead = {
      organizationId: proposal.organizationId,
      task: dossier?.leadTask ?? null,
      shareMinor: leadShare(version),
    };
    await this.projects.addPartners(tx, id, [lead, ...(dossier?.partners ?? [])]);
    const lines = (dossier?.budgetLines ?? []).map((line) => ({ ...line, id: newId() }));
    await this.projects.addBudget(tx, id, lines);
    const startDay = await this.projects.today(tx, zone);
    const days = { startDay, endDay: period?.to ?? null, leadId: proposal.organizationId };
    for (const planned of plannedMilestones(dossier?.workPlan ?? [], days)) {
      const milestoneId = newId();
      await this.milestones.add(tx, id, { ...planned, id: milestoneId });
      await this.timers.wait(tx, milestoneId, { atOnce: true });
    }
  }

  /** Opens the conversation of everybody; a project of one person talks to nobody. */
  private async talk(tx: Transaction, id: string, { people, version }: Winner): Promise<Project> {
    if (people.length > 1) {
      const { title: text, language } = version.content;
      const conversationId = await this.conversations.execute(tx, {
        about: { type: 'project', id },
        participants: people,
        facts: [{ code: 'project.title', text, language, organizationId: null }],
      });
      await this.projects.setConversation(tx, id, conversationId);
    }
    const project = await this.projects.find(tx, id);
    if (!project) throw new Error('A project vanished inside its transaction.');
    return project;
  }
}

/** What is left of the budget once the partners have theirs; null where that cannot be said. */
function leadShare({ content: { budget, dossier } }: ProposalVersion): number | null {
  const shares = (dossier?.partners ?? []).map(({ shareMinor }) => shareMinor ?? 0);
  const rest = (budget?.amountMinor ?? 0) - shares.reduce((sum, share) => sum + share, 0);
  return budget && rest >= 0 ? rest : null;
}
