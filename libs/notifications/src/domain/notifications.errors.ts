import { DomainError, InvalidInput } from '#libs/kernel';

/** 409: this installation has no keys to push with. */
export class PushUnavailable extends DomainError {
  constructor() {
    super('push/unavailable', 'conflict', { detail: 'This installation pushes nothing to browsers.' });
  }
}

/** 422: a row of the inbox is put off by a minute at least and a year at most. */
export class SnoozeTimeWrong extends InvalidInput {
  constructor() {
    super([{ pointer: '/until', code: 'notice/snooze-time-wrong' }], 'notice/snooze-time-wrong');
  }
}

/** 415 */
export class OtherBody extends DomainError {
  constructor(detail = 'Send application/json.') {
    super('request/unsupported-media-type', 'unsupported-media-type', { detail });
  }
}
