import { InvalidInput } from '#libs/kernel';

/** 422: a row of the inbox is put off by a minute at least and a year at most. */
export class SnoozeTimeWrong extends InvalidInput {
  constructor() {
    super([{ pointer: '/until', code: 'notice/snooze-time-wrong' }], 'notice/snooze-time-wrong');
  }
}
