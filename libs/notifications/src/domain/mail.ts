import { defineTransitions } from '#libs/kernel';

export const MAIL_STATES = ['queued', 'sending', 'sent', 'failed', 'dropped'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** A claim that expires leaves the mail in `sending`, from where another worker claims it. */
export const mailTransitions = defineTransitions<
  MailState,
  'claim' | 'deliver' | 'postpone' | 'give-up' | 'drop' | 'replace'
>({
  feature: 'mail',
  initial: 'queued',
  states: MAIL_STATES,
  transitions: {
    claim: { from: ['queued', 'sending'], to: 'sending', actor: 'a worker' },
    deliver: { from: ['sending'], to: 'sent', actor: 'the worker that claimed it' },
    postpone: { from: ['sending'], to: 'queued', actor: 'the worker that claimed it' },
    drop: {
      from: ['sending'],
      to: 'dropped',
      actor: 'the worker that claimed it, where nobody needs it any more',
    },
    replace: { from: ['queued'], to: 'dropped', actor: 'a later mail about the same, with newer files' },
    'give-up': { from: ['sending'], to: 'failed', actor: 'the worker that claimed it' },
  },
});

/** A mail that one worker has claimed, for one attempt. */
export interface ClaimedMail {
  readonly id: string;
  /** Null for an address that is nobody's account yet. */
  readonly personId: string | null;
  readonly template: string;
  readonly messageId: string;
  readonly language: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Text files that go along. */
  readonly enclosures: readonly {
    readonly name: string;
    readonly contentType: string;
    readonly content: string;
  }[];
  /** Path in the web client; the whole address is made when the mail leaves. */
  readonly link: string;
  readonly requestId: string;
  /** Counts the claims; what a worker writes afterwards holds for its own only. */
  readonly attempt: number;
  /** What its reader may switch off; null for what nobody can. */
  readonly typeGroup: string | null;
  /** The conversation its answers go into; null where none are taken. */
  readonly conversationId: string | null;
  /** On whose behalf its reader is told; null for what concerns the person alone. */
  readonly organizationId: string | null;
  /** What it tells was read in the app meanwhile, and it brings nothing else. */
  readonly isRead: boolean;
  /** Tried for so long that servers would not try longer either. */
  readonly overdue: boolean;
}

/** A mail that no mail server took, as it would have arrived but for its link. */
export interface CapturedMail {
  readonly id: string;
  /** Null for an address that is nobody's account yet. */
  readonly personId: string | null;
  readonly template: string;
  readonly language: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly link: string;
  readonly messageId: string;
  readonly typeGroup: string | null;
  readonly sentAt: Date;
}

/** RFC 5321 §4.5.4.1: give up after four or five days, not earlier. */
export const GIVE_UP_AFTER_DAYS = 4;
const LONGEST_PAUSE_SECONDS = 1_800;

/** Seconds until the next attempt: doubling, half an hour at most. */
export function pauseAfter(attempt: number, firstPauseSeconds: number): number {
  return Math.min(LONGEST_PAUSE_SECONDS, firstPauseSeconds * 2 ** Math.min(attempt - 1, 20));
}
