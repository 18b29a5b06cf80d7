/** How the second step of a sign-in can be taken. */
export const SECOND_FACTOR_METHODS = ['totp', 'passkey', 'recovery-code'] as const;
export type SecondFactorMethod = (typeof SECOND_FACTOR_METHODS)[number];

/** What a person holds beside the password. */
export interface HeldFactors {
  readonly totp: boolean;
  readonly passkeys: number;
  readonly recoveryCodes: number;
}

/**
 * The ways open to a person. An account with a factor never opens by the password alone: an app or a passkey
 * asks for the second step, and then a recovery code will do as well. None: the password is enough.
 */
export function methodsFor({ totp, passkeys, recoveryCodes }: HeldFactors): SecondFactorMethod[] {
  if (!totp && passkeys === 0) return [];
  const open: Readonly<Record<SecondFactorMethod, boolean>> = {
    totp,
    passkey: passkeys > 0,
    'recovery-code': recoveryCodes > 0,
  };
  return SECOND_FACTOR_METHODS.filter((method) => open[method]);
}
