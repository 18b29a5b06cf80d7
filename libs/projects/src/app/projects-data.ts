import { Injectable } from '@nestjs/common';
import { PersonalDataSource } from '#libs/kernel';
import { Database } from '#libs/platform/database';
import { ProjectsOfPersonRepository } from '../data/projects-of-person.repository.js';

/** What a person handed in, asked for, judged or said in projects. */
@Injectable()
export class ProjectsData extends PersonalDataSource {
  readonly name = 'projects';

  constructor(
    private readonly database: Database,
    private readonly own: ProjectsOfPersonRepository,
  ) {
    super();
  }

  async collect(personId: string): Promise<object> {
    const [steps, ratings, files, pages] = await Promise.all([
      this.own.steps(this.database, personId),
      this.own.ratings(this.database, personId),
      this.own.files(this.database, personId),
      this.own.pages(this.database, personId),
    ]);
    return { steps, ratings, files, pages };
  }
}
