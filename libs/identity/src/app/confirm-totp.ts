import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { FailureThrottle } from '#libs/platform/auth';
import { TtnConfig } from '#libs/platform/config';
import { type Transaction, UnitOfWork } from '#libs/platform/database';
import { SecondFactorRepository } from '../data/second-factor.repository.js';
import { CodeWrong, NoTotp, TotpExists } from '../domain/identity.errors.js';
import { FactorChanges } from './factor-changes.js';
import { guardedAttempt } from './guarded-attempt.js';
import { TotpSecrets } from './totp-secrets.js';

/**
 * Puts an authenticator app in force by its first code. With the first factor of an account come its recovery
 * codes, shown this once. Errors: second-factor/code-wrong, second-factor/no-totp, second-factor/totp-exists,
 * auth/too-many-attempts.
 */
@Injectable()
export class ConfirmTotp {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly factors: SecondFactorRepository,
    private readonly secrets: TotpSecrets,
    private readonly changes: FactorChanges,
    private readonly throttle: FailureThrottle,
    private readonly config: TtnConfig,
  ) {}

  async execute(actor: Actor, code: string): Promise<{ recoveryCodes: readonly string[] }> {
    const key = { key: `totp/person:${actor.personId}`, limit: this.config.LOGIN_FAILURES_PER_ACCOUNT };
    return guardedAttempt(this.throttle, [key], 'second-factor/code-wrong', () =>
      this.unitOfWork.run(actor, (tx) => this.confirm(tx, actor.personId, code)),
    );
  }

  private async confirm(tx: Transaction, personId: string, code: string) {
    const totp = await this.factors.lockTotp(tx, personId);
    if (!totp) throw new NoTotp();
    if (totp.confirmedAt) throw new TotpExists();
    const secret = this.secrets.open(personId, totp.sealedSecret);
    const step = this.secrets.stepOf(secret, code, totp.lastStep);
    if (step === null) throw new CodeWrong();
    const recoveryCodes = await this.changes.beforeAdding(tx, personId);
    await this.factors.useTotp(tx, personId, step);
    tx.audit({ action: 'totp.confirm', entityType: 'person', entityId: personId });
    await this.changes.tell(tx, personId, 'totp_added');
    return { recoveryCodes };
  }
}
