import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { OpenLineRepository } from '../data/open-line.repository.js';
import { HERE } from '../domain/unread-telling.js';

/** Who looks at the app now, in whatever process: the workers, who have no sockets, ask here. */
@Injectable()
export class OpenLines {
  constructor(
    private readonly database: Database,
    private readonly lines: OpenLineRepository,
  ) {}

  async note(personIds: ReadonlySet<string>): Promise<void> {
    await this.lines.note(this.database, [...personIds], HERE.holds * 10);
  }

  async here(): Promise<string[]> {
    return this.lines.here(this.database, HERE.holds);
  }
}
