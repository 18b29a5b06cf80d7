import { Injectable } from '@nestjs/common';
import { type MergedLine, type MergedPair, MergePart } from '#libs/organizations';
import type { Transaction } from '#libs/platform/database';
import { ProjectMergeRepository } from '../data/project-merge.repository.js';

/**
 * What the second entry leads, runs, works on and has to hand in is the first's from now on. Where both work on one
 * project, the second's seat goes into the first's, with its share; what they said of each other says nothing any
 * more.
 */
@Injectable()
export class MergeProjects extends MergePart {
  constructor(private readonly projects: ProjectMergeRepository) {
    super();
  }

  override async move(tx: Transaction, { fromId, intoId }: MergedPair): Promise<MergedLine[]> {
    return [{ record: 'project', moved: await this.projects.moveAll(tx, fromId, intoId), stayed: 0 }];
  }
}
