import { createContext, useContext } from 'react';
import { useStore } from '../../../lib/store.js';
import type { Present, Writing, WritingStatus } from './writing.js';

export const WritingContext = createContext<Writing | null>(null);

/** The text that is open around this component. */
export function useWriting(): Writing {
  const writing = useContext(WritingContext);
  if (!writing) throw new Error('This stands inside a WritingRoom.');
  return writing;
}

export function useWritingStatus(): WritingStatus {
  return useStore(useWriting().status);
}

/** Who else has the text open, each person once. */
export function usePresent(): readonly Present[] {
  const present = useStore(useWriting().present);
  return [...new Map(present.map((one) => [one.personId, one])).values()];
}
