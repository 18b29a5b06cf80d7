import { createStore } from '../../lib/store.js';

/** How far a file of a message on its way has come. */
export interface FileProgress {
  readonly step: 'uploading' | 'scanning';
  /** Of its bytes, 0 to 1. */
  readonly share: number;
}

/** By {@link progressKey}; files that are not in it wait. */
export const fileProgress = createStore<ReadonlyMap<string, FileProgress>>(new Map());

export const progressKey = (clientMessageId: string, index: number): string => `${clientMessageId}/${index}`;

export function noteProgress(key: string, progress: FileProgress | null): void {
  const next = new Map(fileProgress.get());
  if (progress) next.set(key, progress);
  else next.delete(key);
  fileProgress.set(next);
}
