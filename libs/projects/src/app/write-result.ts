import { Injectable } from '@nestjs/common';
import { type Actor, actingOrganization, NotFound, WrongState } from '#libs/kernel';
import { newId, type Transaction, UnitOfWork } from '#libs/platform/database';
import { Files } from '#libs/platform/files';
import { ProjectRepository } from '../data/project.repository.js';
import { ResultRepository } from '../data/result.repository.js';
import type { Project } from '../domain/project.js';
import { isLive } from '../domain/project-states.js';
import { ProjectNotLive, TooManyFiles } from '../domain/projects.errors.js';
import type { Figure, ResultPicture, ResultText } from '../domain/result.js';
import { ProjectAccess } from './project-access.js';
import { PICTURE } from './project-files.js';
import { ProjectRecords } from './project-records.js';

const MAX_PICTURES = 8;

/** The rows of results pages. */
@Injectable()
export class ResultRows {
  constructor(
    readonly results: ResultRepository,
    readonly projects: ProjectRepository,
  ) {}
}

/**
 * The lead writes what the public will read; every partner says for itself whether it is named there.
 *
 * @throws NotFound, ProjectNotLive 409, WrongState 409, StaleVersion 412, FileUnusable 422, TooManyFiles 422
 */
@Injectable()
export class WriteResult {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly rows: ResultRows,
    private readonly files: Files,
    private readonly records: ProjectRecords,
  ) {}

  async save(
    actor: Actor,
    id: string,
    content: { texts: readonly ResultText[]; figures: readonly Figure[] },
    version: number,
  ): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const project = await this.writable(tx, id);
      await this.rows.results.save(tx, id, content, version);
      await this.records.changed(tx, project, 'save-result');
    });
  }

  async addPicture(actor: Actor, id: string, picture: Omit<ResultPicture, 'id'>): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const project = await this.writable(tx, id);
      if ((await this.rows.results.pictures(tx, id)).length >= MAX_PICTURES)
        throw new TooManyFiles(MAX_PICTURES);
      const pictureId = newId();
      await this.files.attach(tx, { fileId: picture.fileId, ...PICTURE, ownerId: pictureId });
      await this.rows.results.addPicture(tx, id, { ...picture, id: pictureId });
      await this.records.changed(tx, project, 'add-picture');
    });
  }

  async removePicture(actor: Actor, id: string, pictureId: string): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const project = await this.writable(tx, id);
      const picture = (await this.rows.results.pictures(tx, id)).find((one) => one.id === pictureId);
      if (!picture) throw new NotFound();
      await this.rows.results.deletePicture(tx, pictureId);
      await this.files.detach(tx, PICTURE.ownerType, pictureId, picture.fileId);
      await this.records.changed(tx, project, 'remove-picture');
    });
  }

  /** At any time, also after the end: a page comes down when its lead takes its word back. */
  async consent(actor: Actor, id: string, consents: boolean): Promise<void> {
    await this.unitOfWork.run(actor, async (tx) => {
      const { project } = await this.access.lock(tx, 'submit', id);
      if (project.state === 'terminated') throw new WrongState('project', 'consent', project.state);
      await this.rows.projects.consent(tx, id, actingOrganization(actor).id, consents);
      await this.records.changed(tx, project, consents ? 'consent' : 'withdraw-consent');
    });
  }

  private async writable(tx: Transaction, id: string): Promise<Project> {
    const { project } = await this.access.lock(tx, 'lead', id);
    if (!isLive(project.state)) throw new ProjectNotLive(project.state);
    return project;
  }
}
