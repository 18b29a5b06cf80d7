import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform/database';
import { SessionRepository } from '../data/session.repository.js';
import { PasskeyRefused, PasskeyUnknown } from '../domain/identity.errors.js';
import { CheckPassword } from './check-password.js';
import { type PasskeyAnswer, PasskeyAssertions, type PasskeyUse } from './passkey-assertions.js';
import { SessionsReader } from './sessions.reader.js';

/** A signed-in person proves again that it is they, which opens sensitive changes for ten minutes in this session. */
@Injectable()
export class ProveIdentity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly reader: SessionsReader,
    private readonly checkPassword: CheckPassword,
    private readonly assertions: PasskeyAssertions,
  ) {}

  /** Answers until when. Errors: account/password-wrong, auth/too-many-attempts, auth/busy. */
  async byPassword(actor: Actor, password: string): Promise<Date> {
    await this.checkPassword.execute(actor.personId, password, '/password');
    return this.prove(actor);
  }

  /** Answers until when. Errors: passkey/refused. */
  async byPasskey(actor: Actor, answer: PasskeyAnswer): Promise<Date> {
    try {
      return await this.prove(
        actor,
        await this.assertions.verify('prove', answer, { personId: actor.personId }),
      );
    } catch (error) {
      // The session is not in doubt, so the answer must not be 401.
      throw error instanceof PasskeyUnknown ? new PasskeyRefused() : error;
    }
  }

  private async prove(actor: Actor, use?: PasskeyUse): Promise<Date> {
    await this.unitOfWork.run(actor, async (tx) => {
      if (use) await this.assertions.keep(tx, use);
      await this.sessions.prove(tx, actor.sessionId);
      tx.audit({ action: 'session.prove', entityType: 'session', entityId: actor.sessionId });
    });
    return this.reader.provenUntil(actor.sessionId);
  }
}
