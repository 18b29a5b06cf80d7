import { Injectable } from '@nestjs/common';
import { type Actor, NotFound } from '#libs/kernel';
import { Database, type Transaction } from '#libs/platform/database';
import { ApplicationRepository } from '../data/application.repository.js';
import type { Application } from '../domain/application.js';
import { type ApplicationAction, may } from '../domain/application.policy.js';

/** The only way a request obtains an application. Absent and not yours are the same {@link NotFound}. */
@Injectable()
export class ApplicationAccess {
  constructor(
    private readonly database: Database,
    private readonly applications: ApplicationRepository,
  ) {}

  /** An application to read, or to look at before the transaction that changes it. */
  async load(actor: Actor, action: ApplicationAction, id: string): Promise<Application> {
    return allowed(actor, action, await this.applications.find(this.database, id));
  }

  /** An application to change, locked until `tx` ends; looked at first, so that nobody holds rows of others. */
  async lock(tx: Transaction, action: Exclude<ApplicationAction, 'read'>, id: string): Promise<Application> {
    allowed(tx.actor, action, await this.applications.find(tx, id));
    return allowed(tx.actor, action, await this.applications.lock(tx, id));
  }
}

function allowed(actor: Actor, action: ApplicationAction, application: Application | undefined): Application {
  if (!application || !may(actor, action, application)) throw new NotFound();
  return application;
}
