import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform/database';
import { SecondFactorRepository } from '../data/second-factor.repository.js';
import { PasskeyUnknown, SecondFactorWrong } from '../domain/identity.errors.js';
import { FactorChanges } from './factor-changes.js';
import { type PasskeyAnswer, PasskeyAssertions } from './passkey-assertions.js';
import { RecoveryCodes } from './recovery-codes.js';
import { TotpSecrets } from './totp-secrets.js';

/** What somebody offers as the second step. */
export type SecondStep =
  | { readonly method: 'totp'; readonly code: string }
  | { readonly method: 'recovery-code'; readonly code: string }
  | { readonly method: 'passkey'; readonly answer: PasskeyAnswer };

/** Does what a step costs, inside the sign-in; what it throws undoes the sign-in. */
export type TakeStep = (tx: Transaction) => Promise<void>;

/** Judges second steps. Each code, each time step and each challenge is good once. */
@Injectable()
export class SecondSteps {
  constructor(
    private readonly factors: SecondFactorRepository,
    private readonly secrets: TotpSecrets,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly assertions: PasskeyAssertions,
    private readonly changes: FactorChanges,
  ) {}

  /** Answers what takes the step within the transaction of the sign-in. @throws SecondFactorWrong, then or now */
  async judge(personId: string, step: SecondStep): Promise<TakeStep> {
    switch (step.method) {
      case 'totp':
        return (tx) => this.takeCode(tx, personId, step.code);
      case 'recovery-code':
        return (tx) => this.takeRecoveryCode(tx, personId, step.code);
      case 'passkey':
        return this.judgePasskey(personId, step.answer);
    }
  }

  private async judgePasskey(personId: string, answer: PasskeyAnswer): Promise<TakeStep> {
    try {
      const use = await this.assertions.verify('second-factor', answer, { personId });
      return (tx) => this.assertions.keep(tx, use);
    } catch (error) {
      throw error instanceof PasskeyUnknown ? new SecondFactorWrong() : error;
    }
  }

  private async takeCode(tx: Transaction, personId: string, code: string): Promise<void> {
    const totp = await this.factors.lockTotp(tx, personId);
    if (!totp?.confirmedAt) throw new SecondFactorWrong();
    const secret = this.secrets.open(personId, totp.sealedSecret);
    const step = this.secrets.stepOf(secret, code, totp.lastStep);
    if (step === null) throw new SecondFactorWrong();
    await this.factors.useTotp(tx, personId, step);
  }

  private async takeRecoveryCode(tx: Transaction, personId: string, code: string): Promise<void> {
    if (!(await this.recoveryCodes.use(tx, personId, code))) throw new SecondFactorWrong();
    tx.audit({ action: 'recovery-code.use', entityType: 'person', entityId: personId });
    await this.changes.tell(tx, personId, 'recovery_code_used');
  }
}
