import { DomainError, InvalidInput } from '#libs/kernel';

/** 409: the day is a holiday of the country already. */
export class HolidayExists extends DomainError {
  constructor(day: string) {
    super('calendar/holiday-exists', 'conflict', {
      detail: 'This day is a holiday of the country already.',
      extra: { day },
    });
  }
}

/** 422: nothing is planned so far away. */
export class YearOutOfRange extends InvalidInput {
  constructor(pointer: string) {
    super([{ pointer, code: 'calendar/year-out-of-range' }], 'calendar/year-out-of-range');
  }
}
