import type { DataStore } from '@tus/server';
import type { Readable } from 'node:stream';

/** Where the bytes of files lie. All processes of an installation see the same. Keys are ours, never people's. */
export abstract class FileStorage {
  /** Where unfinished uploads grow; keys of {@link uploadKey}. */
  abstract readonly uploads: DataStore;

  /** Runs `work` on a local file with the bytes of `key`, which it must not change. */
  abstract withLocal<Result>(key: string, work: (path: string) => Promise<Result>): Promise<Result>;

  /** Keeps the local file `path` under `key`, whole or not at all. Keeping the same bytes again changes nothing. */
  abstract keep(key: string, path: string, mediaType: string): Promise<void>;

  abstract has(key: string): Promise<boolean>;

  /** @throws Error when there is nothing under `key` */
  abstract read(key: string): Promise<Readable>;

  /** Nothing happens when there is nothing. */
  abstract remove(keys: readonly string[]): Promise<void>;

  /** Deletes what has arrived of an upload and what the store noted beside it. */
  abstract discardUpload(fileId: string): Promise<void>;
}

export const uploadKey = (fileId: string): string => `uploads/${fileId}`;
export const fileIdOf = (key: string): string => key.slice('uploads/'.length);

/** Equal content is kept once. */
export const contentKey = (sha256: string): string => `contents/${sha256.slice(0, 2)}/${sha256}`;
export const variantKey = (sha256: string, width: number): string => `${contentKey(sha256)}-${width}.webp`;
