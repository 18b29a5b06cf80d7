import type { AttachmentView, SeatView } from '#libs/contracts';
import { MessageTooOld } from './messaging.errors.js';
import { codePoints, type FieldError, InvalidInput, isLanguageTag, isStorable } from '#libs/kernel';

/** Longest message, in code points. */
export const MAX_BODY = 8_000;
/** What a client may call its message. */
export const CLIENT_MESSAGE_ID = /^[\w-]{1,64}$/;

/** What goes with the words; kept beside them as clients see it. */
export interface MessageDetails {
  readonly mentions?: SeatView[];
  readonly attachments?: AttachmentView[];
  readonly members?: SeatView[];
}

/** A message as its sender hands it in. `clientMessageId` makes a retry find the first arrival. */
export interface MessageDraft {
  readonly conversationId: string;
  readonly clientMessageId: string;
  /** 1 to 8,000 code points, kept exactly as written. */
  readonly body: string;
  /** BCP 47 tag of `body`. */
  readonly language?: string | undefined;
  /** Number of the message it answers; it then belongs to that one's thread. */
  readonly replyTo?: number | undefined;
  /** People who take part and are addressed by name. */
  readonly mentions?: readonly SeatView[] | undefined;
  /** Files uploaded for this, found clean. */
  readonly fileIds?: readonly string[] | undefined;
}

/** People one message may mention, and files that may go with it. */
export const MAX_MENTIONS = 20;
export const MAX_FILES = 10;

/** How long who wrote a message may word it anew or delete it. */
export const CHANGE_HOURS = 24;

/** @throws MessageTooOld 409 */
export function assertChangeable(postedAt: Date, now: Date): void {
  if (now.getTime() - postedAt.getTime() > CHANGE_HOURS * 3_600_000) throw new MessageTooOld();
}

/** Throws InvalidInput (422) naming every field of a draft that cannot be kept. */
export function assertPostable(draft: MessageDraft): void {
  const errors: FieldError[] = [];
  if (!CLIENT_MESSAGE_ID.test(draft.clientMessageId)) {
    errors.push({ pointer: '/clientMessageId', code: 'messaging/malformed-client-id' });
  }
  const bodyProblem = problemOfBody(draft.body);
  if (bodyProblem) errors.push({ pointer: '/body', code: bodyProblem });
  if (draft.language !== undefined && !isLanguageTag(draft.language)) {
    errors.push({ pointer: '/language', code: 'messaging/malformed-language' });
  }
  if ((draft.mentions?.length ?? 0) > MAX_MENTIONS) {
    errors.push({ pointer: '/mentions', code: 'messaging/too-many-mentions' });
  }
  if ((draft.fileIds?.length ?? 0) > MAX_FILES) {
    errors.push({ pointer: '/fileIds', code: 'messaging/too-many-files' });
  }
  if (errors.length > 0) throw new InvalidInput(errors);
}

function problemOfBody(body: string): string | undefined {
  if (body.length === 0) return 'messaging/body-empty';
  // A code point is at most two UTF-16 units, so most texts need no counting.
  if (body.length > MAX_BODY && (body.length > 2 * MAX_BODY || codePoints(body) > MAX_BODY)) {
    return 'messaging/body-too-long';
  }
  return isStorable(body) ? undefined : 'messaging/body-not-text';
}
