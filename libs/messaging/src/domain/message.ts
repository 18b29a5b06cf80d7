import type { AttachmentView, SeatView } from '#libs/contracts';
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
