import { IsBoolean } from 'class-validator';

export class MessagingPreferenceDto {
  /**
   * Others see how far you have read, and you see it of them.
   * @example true
   */
  @IsBoolean()
  showsReading: boolean;

  /**
   * Others see whether you are here just now.
   * @example true
   */
  @IsBoolean()
  showsPresence: boolean;
}

export class MessagingPreferenceResponse {
  showsReading: boolean;
  showsPresence: boolean;
}
