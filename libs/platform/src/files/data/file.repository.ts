import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import { type StoredFile, verdictOf } from '../domain/stored-file.js';

/** Columns of a file as they come from the database; those after `state` are unknown while it is uploading. */
type FileRow = Omit<StoredFile, 'size' | 'scanned' | 'width' | 'height'> & {
  size: string;
  width: number | null;
  height: number | null;
};

/** Where a file belongs. */
export interface Attachment {
  readonly fileId: string;
  readonly purpose: string;
  readonly ownerType: string;
  readonly ownerId: string;
}

/** SQL of files. */
@Injectable()
export class FileRepository {
  /** Those of `ids` whose bytes have arrived, whoever they belong to. */
  async findMany(reads: Reads, ids: readonly string[]): Promise<StoredFile[]> {
    return (await reads.rows<FileRow>(FIND_MANY, [ids])).map(toStoredFile);
  }

  /** The file as attached; undefined when it is not fit for that. */
  async attach(tx: Transaction, { fileId, purpose, ownerType, ownerId }: Attachment) {
    const { personId, organization } = tx.actor;
    const values = [fileId, organization?.id ?? null, personId, purpose, ownerType, ownerId];
    const row = await tx.row<FileRow>(ATTACH, values);
    return row && toStoredFile(row);
  }

  /** Whether it was attached there. */
  async detach(tx: Transaction, ownerType: string, ownerId: string, fileId: string): Promise<boolean> {
    return (await tx.execute(DETACH, [fileId, ownerType, ownerId])) > 0;
  }
}

export const FILE_COLUMNS = `
  id, organization_id as "organizationId", created_by as "createdBy", purpose, name, media_type as "mediaType", size,
  sha256, state, width, height, variants, owner_type as "ownerType", owner_id as "ownerId", created_at as "createdAt"`;

/** A file that belongs to nothing is kept for this long. */
const UNATTACHED = `interval '24 hours'`;

const FIND_MANY = `select ${FILE_COLUMNS} from file where id = any($1::uuid[]) and state <> 'uploading'`;

const ATTACH = `
  update file set owner_type = $5, owner_id = $6, expires_at = null,
         version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()
  where id = $1 and organization_id = $2 and created_by = $3 and purpose = $4 and state in ('clean', 'not_scanned')
    and (owner_type is null or (owner_type = $5 and owner_id = $6))
  returning ${FILE_COLUMNS}`;

const DETACH = `
  update file set owner_type = null, owner_id = null, expires_at = now() + ${UNATTACHED},
         version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()
  where id = $1 and owner_type = $2 and owner_id = $3`;

export function toStoredFile({ size, width, height, ...row }: FileRow): StoredFile {
  return {
    ...row,
    size: Number(size),
    scanned: verdictOf(row.state),
    ...(width !== null && height !== null && { width, height }),
  };
}
