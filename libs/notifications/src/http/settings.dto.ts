import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { OwnSettings } from '../app/settings.reader.js';
import type { StopScope } from '../app/stop-links.js';
import {
  CHANNELS,
  isLocked,
  MAIL_PACES,
  type MailChoice,
  type NotificationSettings,
  SWITCHES,
  wants,
} from '../domain/settings.js';
import { TYPE_GROUPS, type TypeGroup } from '../domain/type-groups.js';

const QUARTER = /^(?:[01]\d|2[0-3]):(?:00|15|30|45)$/;

export class QuietHoursDto {
  /**
   * By the clock where the person is, in quarters of an hour.
   * @example "22:00"
   */
  @Matches(QUARTER)
  from: string;

  /**
   * Perhaps on the next day.
   * @example "07:00"
   */
  @Matches(QUARTER)
  to: string;
}

export class ChooseNotificationsDto {
  /**
   * `<group>:<channel>` of what is not wanted; everything else is.
   * @example ["matches:push", "calls:mail"]
   */
  @IsArray()
  @ArrayUnique()
  @IsIn(SWITCHES, { each: true })
  switchedOff: string[];

  /** How mail about one object follows another. */
  @IsIn(MAIL_PACES)
  pace: MailChoice;

  /**
   * When the mail of the day comes.
   * @example 8
   */
  @IsInt()
  @Min(0)
  @Max(23)
  digestHour: number;

  /** No mail and no push in these hours; null: at no time. */
  @IsOptional()
  @ValidateNested()
  @Type(() => QuietHoursDto)
  quiet: QuietHoursDto | null;

  /**
   * ISO 8601 weekdays (Monday 1) without mail and push; not all of them.
   * @example [6, 7]
   */
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(6)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  quietDays: number[];
}

export class NotificationChoice {
  group: TypeGroup;
  app: boolean;
  mail: boolean;
  push: boolean;
  /** Channels of it that nobody can switch off. */
  locked: ('app' | 'mail' | 'push')[];
}

export class StoppedMailResponse {
  since: Date;
  /**
   * What the mail server said.
   * @example "550 5.1.1 No such user"
   */
  reason: string;
}

export class NotificationSettingsResponse {
  choices: NotificationChoice[];
  pace: MailChoice;
  /** @example 8 */
  digestHour: number;
  quiet: QuietHoursDto | null;
  /** @example [6, 7] */
  quietDays: number[];
  /** Nothing is sent to the address of the account, and why; null: mail arrives. */
  mailStopped: StoppedMailResponse | null;
  /** 0 until the person has chosen something. */
  version: number;
}

export class StopMailDto {
  /**
   * Of the link in the mail.
   * @example "01900000-0000-7000-8000-000000000001.matches.mark"
   */
  @IsString()
  @MaxLength(200)
  token: string;
}

export class StopMailResponse {
  /** What the link stops: mail about one kind of things, or the mail of the day. */
  scope: StopScope;
  /** Whether it is stopped. */
  stopped: boolean;
}

export function toSettingsResponse(settings: OwnSettings): NotificationSettingsResponse {
  const { pace, digestHour, quiet, quietDays, mailStopped, version } = settings;
  return {
    ...{ choices: TYPE_GROUPS.map((group) => choiceOf(settings, group)), pace, digestHour, quiet },
    ...{ quietDays: [...quietDays], mailStopped, version },
  };
}

function choiceOf(settings: NotificationSettings, group: TypeGroup): NotificationChoice {
  const wanted = (channel: (typeof CHANNELS)[number]): boolean => wants(settings, group, channel);
  return {
    ...{ group, app: wanted('app'), mail: wanted('mail'), push: wanted('push') },
    locked: CHANNELS.filter((channel) => isLocked(group, channel)),
  };
}
