/** What an authenticator is asked to sign for. */
export type ChallengePurpose = 'register' | 'sign-in' | 'second-factor' | 'prove';

/** A passkey as its person sees it. */
export interface Passkey {
  readonly id: string;
  readonly name: string;
  /** Kept on several devices by their maker. */
  readonly synced: boolean;
  readonly version: number;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

/** More are refused. */
export const MAX_PASSKEYS = 10;
