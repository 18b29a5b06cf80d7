import { Injectable } from '@nestjs/common';
import type { Reads, Transaction } from '#libs/platform/database';
import { type FileState, type StoredFile, verdictOf } from '../domain/stored-file.js';

/** Columns of a file as they come from the database; those after `state` are unknown while it is uploading. */
type FileRow = Omit<StoredFile, 'size' | 'scanned' | 'width' | 'height'> & {
  size: string;
  width: number | null;
  height: number | null;
};

/** A file of which perhaps not all has arrived; how it stands is told by `state`. */
export interface Upload {
  readonly id: string;
  readonly organizationId: string;
  readonly createdBy: string;
  readonly purpose: string;
  readonly name: string;
  readonly state: FileState;
  /** How many bytes its uploader announced. */
  readonly announcedBytes: number;
  /** Known from the moment its content is kept. */
  readonly sha256: string | null;
  readonly ownerId: string | null;
  readonly expiresAt: Date | null;
}

/** What an inspection found out, as it is written beside the file. */
export interface KeptContent {
  readonly name: string;
  readonly state: FileState;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly width: number | null;
  readonly height: number | null;
}

export interface Usage {
  readonly bytes: number;
  readonly files: number;
}

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

  async find(reads: Reads, id: string): Promise<StoredFile | undefined> {
    return (await this.findMany(reads, [id]))[0];
  }

  /** The upload, or the file that came of it, of this person for this organization. */
  async findUpload(reads: Reads, id: string, personId: string, organizationId: string) {
    const row = await reads.row<UploadRow>(`${SELECT_UPLOAD} where id = $1 and created_by = $2 and organization_id = $3`, [
      id,
      personId,
      organizationId,
    ]);
    return row && toUpload(row);
  }

  /** Uploads that were not finished, and files that belong to nothing, whose time is over. */
  async findExpired(reads: Reads, limit: number): Promise<Upload[]> {
    const text = `${SELECT_UPLOAD} where expires_at < now() order by expires_at limit $1`;
    return (await reads.rows<UploadRow>(text, [limit])).map(toUpload);
  }

  /** Files that wait for the scanner for longer than `seconds`, longest first. */
  async findUnscanned(reads: Reads, seconds: number, limit: number): Promise<string[]> {
    const rows = await reads.rows<{ id: string }>(FIND_UNSCANNED, [seconds, limit]);
    return rows.map(({ id }) => id);
  }

  /** What the organization keeps. Under {@link lockQuota} it stays so until the transaction ends. */
  async usage(reads: Reads, organizationId: string): Promise<Usage> {
    const row = await reads.row<{ bytes: string; files: number }>(USAGE, [organizationId]);
    return { bytes: Number(row?.bytes ?? 0), files: row?.files ?? 0 };
  }

  async handOver(tx: Transaction, fromId: string, toId: string): Promise<number> {
    return tx.execute('update file set organization_id = $2 where organization_id = $1', [fromId, toId]);
  }

  /** Uploads of one organization begin one after the other. */
  async lockQuota(tx: Transaction, organizationId: string): Promise<void> {
    await tx.execute(LOCK, [`file quota ${organizationId}`]);
  }

  async begin(tx: Transaction, upload: Pick<Upload, 'id' | 'purpose' | 'name' | 'announcedBytes'>, organizationId: string, hours: number): Promise<Date> {
    const { id, purpose, name, announcedBytes } = upload;
    const values = [id, organizationId, tx.actor.personId, purpose, name, announcedBytes, hours];
    const row = await tx.row<{ expiresAt: Date }>(BEGIN, values);
    if (!row) throw new Error('An upload vanished inside its transaction.');
    return row.expiresAt;
  }

  /** Says under which content the bytes are about to be kept, so that a crash cannot leave them ownerless. */
  async announce(tx: Transaction, id: string, sha256: string): Promise<void> {
    await tx.execute(`update file set sha256 = $2 where id = $1 and state = 'uploading'`, [id, sha256]);
  }

  /** The version of the kept file; undefined when it is no upload any more. */
  async keep(tx: Transaction, id: string, content: KeptContent): Promise<number | undefined> {
    const { name, state, mediaType, size, sha256, width, height } = content;
    const values = [id, name, state, mediaType, size, sha256, width, height];
    return (await tx.row<{ version: number }>(KEEP, values))?.version;
  }

  /** The version of the moved file; undefined when it was not in `from`. */
  async move(tx: Transaction, id: string, from: FileState, to: FileState): Promise<number | undefined> {
    return (await tx.row<{ version: number }>(MOVE, [id, from, to]))?.version;
  }

  /** Whether it was there, belonged to nothing and, where only expired ones are meant, its time was over. */
  async delete(tx: Transaction, id: string, onlyExpired: boolean): Promise<boolean> {
    return (await tx.execute(DELETE, [id, onlyExpired])) > 0;
  }

  /** Until the transaction ends, nobody else decides whether this content is still wanted. */
  async lockContent(tx: Transaction, sha256: string): Promise<void> {
    await tx.execute(LOCK, [`content ${sha256}`]);
  }

  async isWanted(tx: Transaction, sha256: string): Promise<boolean> {
    return (await tx.row(`select 1 from file where sha256 = $1 limit 1`, [sha256])) !== undefined;
  }

  /** How many files have this content. */
  async addVariants(tx: Transaction, sha256: string, widths: readonly number[]): Promise<number> {
    return tx.execute(`update file set variants = $2::int[] where sha256 = $1`, [sha256, widths]);
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

const FILE_COLUMNS = `
  id, organization_id as "organizationId", created_by as "createdBy", purpose, name, media_type as "mediaType", size,
  sha256, state, width, height, variants, owner_type as "ownerType", owner_id as "ownerId", created_at as "createdAt"`;

/** A file that belongs to nothing is kept for this long. */
const UNATTACHED = `interval '24 hours'`;

const FIND_MANY = `select ${FILE_COLUMNS} from file where id = any($1::uuid[]) and state <> 'uploading'`;

type UploadRow = Omit<Upload, 'announcedBytes'> & { announcedBytes: string };

const toUpload = (row: UploadRow): Upload => ({ ...row, announcedBytes: Number(row.announcedBytes) });

const SELECT_UPLOAD = `
  select id, organization_id as "organizationId", created_by as "createdBy", purpose, name, state,
         announced_bytes as "announcedBytes", sha256, owner_id as "ownerId", expires_at as "expiresAt"
  from file`;

const FIND_UNSCANNED = `
  select id from file where state = 'scanning' and updated_at < now() - $1 * interval '1 second'
  order by updated_at limit $2`;

/** A picture may be kept smaller than it was announced, never much larger. */
const USAGE = `
  select coalesce(sum(coalesce(size, announced_bytes)), 0) as bytes, count(*)::int as files
  from file where organization_id = $1`;

const LOCK = `select pg_advisory_xact_lock(hashtextextended($1, 0))`;

const BEGIN = `
  insert into file (id, organization_id, created_by, purpose, name, announced_bytes, expires_at)
  values ($1, $2, $3, $4, $5, $6, now() + $7 * interval '1 hour') returning expires_at as "expiresAt"`;

const CHANGED = `version = version + 1, updated_at = now(), changed_xid = pg_current_xact_id()`;

const KEEP = `
  update file set name = $2, state = $3, media_type = $4, size = $5, sha256 = $6, width = $7, height = $8,
         expires_at = now() + ${UNATTACHED}, ${CHANGED}
  where id = $1 and state = 'uploading' returning version`;

const MOVE = `update file set state = $3, ${CHANGED} where id = $1 and state = $2 returning version`;

const DELETE = `delete from file where id = $1 and owner_id is null and (expires_at < now() or not $2)`;

const ATTACH = `
  update file set owner_type = $5, owner_id = $6, expires_at = null, ${CHANGED}
  where id = $1 and organization_id = $2 and created_by = $3 and purpose = $4 and state in ('clean', 'not_scanned')
    and (owner_type is null or (owner_type = $5 and owner_id = $6))
  returning ${FILE_COLUMNS}`;

const DETACH = `
  update file set owner_type = null, owner_id = null, expires_at = now() + ${UNATTACHED}, ${CHANGED}
  where id = $1 and owner_type = $2 and owner_id = $3`;

function toStoredFile({ size, width, height, ...row }: FileRow): StoredFile {
  return {
    ...row,
    size: Number(size),
    scanned: verdictOf(row.state),
    ...(width !== null && height !== null && { width, height }),
  };
}
