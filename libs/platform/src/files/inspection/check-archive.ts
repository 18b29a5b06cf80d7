import { once } from 'node:events';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { ArchiveSuspicious } from '../domain/file.errors.js';

const MEBIBYTE = 1024 * 1024;
const MAX_ENTRIES = 2_000;
/** Of all entries together, unpacked. */
const MAX_UNPACKED = 200 * MEBIBYTE;
/** Unpacked to packed, of an entry that is large enough to matter. Office files stay below 20. */
const MAX_RATIO = 100;
const SMALL = MEBIBYTE;
/** First bytes of archives: ZIP, gzip, 7z, RAR, xz, bzip2, Zstandard. */
const ARCHIVES = [
  '504b0304',
  '504b0506',
  '1f8b08',
  '377abcaf271c',
  '526172211a07',
  'fd377a585a00',
  '425a68',
  '28b52ffd',
];

/**
 * Refuses what would not unpack to a reasonable amount of plain files. First by what the central directory says,
 * before a byte is unpacked; then by unpacking within exactly those bounds, because the directory may lie.
 * Nothing is kept in memory or on disk.
 *
 * @throws ArchiveSuspicious 422
 */
export async function checkArchive(path: string): Promise<void> {
  const archive = await openPromise(path, {
    lazyEntries: true,
    autoClose: false,
    strictFileNames: true,
  }).catch(() => undefined);
  if (!archive) throw new ArchiveSuspicious('unreadable');
  try {
    if (archive.entryCount > MAX_ENTRIES) throw new ArchiveSuspicious('too-many-entries');
    const entries = await directoryOf(archive);
    checkDirectory(entries);
    for (const entry of entries) await unpack(archive, entry);
  } finally {
    archive.close();
  }
}

async function directoryOf(archive: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  archive.on('entry', (entry: Entry) => {
    entries.push(entry);
    archive.readEntry();
  });
  const end = once(archive, 'end');
  archive.readEntry();
  try {
    await end;
  } catch {
    throw new ArchiveSuspicious('unreadable');
  }
  return entries;
}

/** What can be told without unpacking. Entries that lie over each other make small bombs of unlimited size. */
function checkDirectory(entries: readonly Entry[]): void {
  let unpacked = 0;
  let end = 0;
  const inPlace = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  for (const entry of inPlace) {
    const { compressedSize, uncompressedSize, relativeOffsetOfLocalHeader } = entry;
    if (entry.isEncrypted()) throw new ArchiveSuspicious('encrypted');
    if (relativeOffsetOfLocalHeader < end) throw new ArchiveSuspicious('overlapping');
    end = relativeOffsetOfLocalHeader + compressedSize;
    unpacked += uncompressedSize;
    if (unpacked > MAX_UNPACKED) throw new ArchiveSuspicious('too-large-inside');
    if (uncompressedSize > SMALL && uncompressedSize > MAX_RATIO * compressedSize) {
      throw new ArchiveSuspicious('packed-too-tightly');
    }
  }
}

/** Unpacks one entry into nothing; yauzl ends it when it holds more, or less, than the directory says. */
async function unpack(archive: ZipFile, entry: Entry): Promise<void> {
  let head = Buffer.alloc(0);
  try {
    for await (const chunk of await archive.openReadStreamPromise(entry)) {
      if (head.length < 8) head = Buffer.concat([head, (chunk as Buffer).subarray(0, 8)]);
    }
  } catch {
    throw new ArchiveSuspicious('wrong-size');
  }
  const start = head.toString('hex');
  if (ARCHIVES.some((magic) => start.startsWith(magic))) throw new ArchiveSuspicious('nested');
}
