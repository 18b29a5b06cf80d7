import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsISO8601, IsOptional } from 'class-validator';
import { PageQuery } from '#libs/platform/http';
import {
  type GroupCount,
  INBOX_GROUPS,
  type InboxGroup,
  NOTICE_STATES,
  type NoticeState,
} from '../domain/inbox.js';
import type { WrittenNotice } from '../app/notices.reader.js';

export class ListNoticesQuery extends PageQuery {
  /** Only those not read yet. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  unread?: boolean;

  /** Only those in one part of the inbox. */
  @IsOptional()
  @IsIn(INBOX_GROUPS)
  group?: InboxGroup;

  /** Where they were put: `open` ones unless others are asked for. */
  @IsOptional()
  @IsIn(NOTICE_STATES)
  state?: NoticeState;
}

export class ReadAllNoticesQuery {
  /** Only those in one part of the inbox. */
  @IsOptional()
  @IsIn(INBOX_GROUPS)
  group?: InboxGroup;
}

export class SnoozeNoticeDto {
  /**
   * When it comes back: a minute from now at least, a year at most.
   * @example "2027-03-01T00:00:00.000Z"
   */
  @IsISO8601({ strict: true })
  until: string;
}

export class NoticeObjectResponse {
  /** @example "match" */
  type: string;
  /** @example "01900000-0000-7000-8000-000000000002" */
  id: string;
}

export class NoticeResponse {
  /** @example "01900000-0000-7000-8000-000000000001" */
  id: string;
  /**
   * Type of the event it tells of.
   * @example "interest.sent"
   */
  type: string;
  /**
   * In the language of the person.
   * @example "Busan is interested in working with Han River Nights."
   */
  text: string;
  object: NoticeObjectResponse;
  /**
   * The organization on whose behalf the person is told; null when it concerns the person alone.
   * @example "01900000-0000-7000-8000-000000000003"
   */
  organizationId: string | null;
  /**
   * Where it leads in the web client.
   * @example "/o/busan/matches"
   */
  path: string;
  /** Part of the inbox: `waiting` for an answer of the person, where they were named, or something new. */
  group: InboxGroup;
  /** `snoozed`: put off until `snoozedUntil`; `archived`: put away. Something new brings either back. */
  state: NoticeState;
  snoozedUntil: Date | null;
  /**
   * How often something new was told of the object since the person read it last.
   * @example 3
   */
  count: number;
  createdAt: Date;
  /** When the last of it was told. */
  toldAt: Date;
  readAt: Date | null;
}

export class NoticePageResponse {
  items: NoticeResponse[];
  nextCursor: string | null;
  /** With `?total=true`: how many there are, counted up to 1,000. */
  total?: number;
  /** There are more than were counted. */
  totalCapped?: boolean;
}

export class NoticeGroupCount {
  group: InboxGroup;
  /** @example 4 */
  open: number;
  /** @example 2 */
  unread: number;
}

export class UnreadCountResponse {
  /** @example 3 */
  unread: number;
  /** The open rows by part of the inbox, in its order. */
  groups: NoticeGroupCount[];
}

export function toUnreadCountResponse(groups: GroupCount[]): UnreadCountResponse {
  return { unread: groups.reduce((sum, { unread }) => sum + unread, 0), groups };
}

export function toNoticeResponse(notice: WrittenNotice): NoticeResponse {
  const { id, type, text, object, organizationId, path } = notice;
  const { group, state, snoozedUntil, count, createdAt, toldAt, readAt } = notice;
  return {
    ...{ id, type, text, object, organizationId, path },
    ...{ group, state, snoozedUntil, count, createdAt, toldAt, readAt },
  };
}
