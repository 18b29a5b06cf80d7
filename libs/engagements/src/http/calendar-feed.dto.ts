import { ApiProperty } from '@nestjs/swagger';
import { MOMENT } from './engagement-fields.js';

export class CalendarFeedResponse {
  isOn: boolean;
  @ApiProperty(MOMENT)
  since: string | null;
}

export class NewCalendarFeedResponse {
  /** Secret; shown once. */
  url: string;
}
