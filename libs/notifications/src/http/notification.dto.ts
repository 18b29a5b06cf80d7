import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';
import { PageQuery } from '#libs/platform/http';
import type { WrittenNotice } from '../app/notices.reader.js';

export class ListNoticesQuery extends PageQuery {
  /** Only those not read yet. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  unread?: boolean;
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
  createdAt: Date;
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

export class UnreadCountResponse {
  /** @example 3 */
  unread: number;
}

export function toNoticeResponse(notice: WrittenNotice): NoticeResponse {
  const { id, type, text, object, organizationId, path, createdAt, readAt } = notice;
  return { id, type, text, object, organizationId, path, createdAt, readAt };
}
