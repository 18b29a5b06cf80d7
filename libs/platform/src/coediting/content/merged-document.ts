import * as Y from 'yjs';
import type { MissingUpdates } from '../data/coedited-document.repository.js';

/** Brings into `document` what it lacks. Answers how many of the parts could not be understood. */
export function applyMissing(document: Y.Doc, { snapshot, updates }: MissingUpdates): number {
  let unreadable = 0;
  for (const part of snapshot ? [snapshot, ...updates] : updates) {
    try {
      Y.applyUpdate(document, part);
    } catch {
      // One update that nobody can read takes nothing from the others.
      unreadable += 1;
    }
  }
  return unreadable;
}

/** True for what Yjs can read as an update that could be stored. */
export function isReadableUpdate(update: Uint8Array): boolean {
  try {
    Y.decodeUpdate(update);
    return true;
  } catch {
    return false;
  }
}
