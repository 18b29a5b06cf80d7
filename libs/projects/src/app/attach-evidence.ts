import { Injectable } from '@nestjs/common';
import { type Actor, NotFound } from '#libs/kernel';
import { newId, UnitOfWork } from '#libs/platform/database';
import { Files } from '#libs/platform/files';
import { EvidenceRepository } from '../data/evidence.repository.js';
import { isOpen } from '../domain/project-states.js';
import { MilestoneNotOpen, TooManyFiles } from '../domain/projects.errors.js';
import { assertSeen, MilestoneDesk, type MilestoneRef, type OpenMilestone } from './milestone-desk.js';
import { EVIDENCE } from './project-files.js';
import { ProjectRecords } from './project-records.js';

const MAX_FILES = 20;

/**
 * Files that show what was reached: added and taken out until the milestone is handed in, and again when it comes
 * back.
 *
 * @throws NotFound, ProjectNotLive 409, MilestoneNotOpen 409, FileUnusable 422, TooManyFiles 422
 */
@Injectable()
export class AttachEvidence {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: MilestoneDesk,
    private readonly evidence: EvidenceRepository,
    private readonly files: Files,
    private readonly records: ProjectRecords,
  ) {}

  async add(
    actor: Actor,
    ref: MilestoneRef,
    { fileId, title }: { fileId: string; title: string },
  ): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const { project, milestone } = open(await this.desk.handingIn(tx, ref), ref);
      const known = await this.evidence.of(tx, project.id);
      if (known.filter(({ milestoneId }) => milestoneId === milestone.id).length >= MAX_FILES)
        throw new TooManyFiles(MAX_FILES);
      const id = newId();
      await this.files.attach(tx, { fileId, ...EVIDENCE, ownerId: id });
      await this.evidence.add(tx, project.id, { id, milestoneId: milestone.id, fileId, title });
      await this.records.changed(tx, project, 'add-evidence');
    });
  }

  async remove(actor: Actor, ref: MilestoneRef, evidenceId: string): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const { project, milestone } = open(await this.desk.handingIn(tx, ref), ref);
      const found = await this.evidence.find(tx, evidenceId);
      if (found?.milestoneId !== milestone.id) throw new NotFound();
      await this.evidence.delete(tx, evidenceId);
      await this.files.detach(tx, EVIDENCE.ownerType, evidenceId, found.fileId);
      await this.records.changed(tx, project, 'remove-evidence');
    });
  }
}

function open(found: OpenMilestone, ref: MilestoneRef): OpenMilestone {
  if (!isOpen(found.milestone.state)) throw new MilestoneNotOpen(found.milestone.state);
  assertSeen(found, ref);
  return found;
}
