import { ApiProperty } from '@nestjs/swagger';
import type { DataExport } from '../domain/data-export.js';

const STATES = ['preparing', 'ready'] as const;

/** A copy of what TTN holds of you. */
export class DataExportResponse {
  id: string;

  @ApiProperty({ enum: STATES })
  state: (typeof STATES)[number];

  /** Size, once it is ready. */
  bytes: number;

  /**
   * RFC 3339.
   * @example 2027-02-01T03:19:05.678Z
   */
  createdAt: string;

  /**
   * Can be had until then, RFC 3339.
   * @example 2027-02-08T03:19:05.678Z
   */
  expiresAt: string;
}

export class DataExportsResponse {
  /** Newest first. */
  items: DataExportResponse[];
}

export function toDataExportResponse(copy: DataExport): DataExportResponse {
  const { id, state, bytes, createdAt, expiresAt } = copy;
  return { id, state, bytes, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() };
}
