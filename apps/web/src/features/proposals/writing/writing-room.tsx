import { type ReactNode, useEffect, useState } from 'react';
import { useMe } from '../../../lib/me.js';
import { Writing } from './writing.js';
import { WritingContext } from './writing-context.js';

/**
 * Opens the text of a proposal for the sections inside: one line for all of them, saved with every letter. Give it
 * the proposal as `key` where the proposal may change.
 */
export function WritingRoom(props: { proposalId: string; organizationId: string; children: ReactNode }) {
  const me = useMe();
  const [writing] = useState(() => new Writing(`proposal:${props.proposalId}`, props.organizationId, me));
  useEffect(() => {
    writing.open();
    return () => writing.close();
  }, [writing]);
  return <WritingContext value={writing}>{props.children}</WritingContext>;
}
