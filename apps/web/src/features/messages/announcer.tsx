import type { MessageView } from '#libs/contracts';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/use-text.js';
import { useMe } from '../../lib/me.js';
import { type Conversation, personName } from './conversations.js';
import type { Entry } from './entries.js';

/** As much of a message as is read out unasked. */
const SPOKEN = 200;

/**
 * Reads out what the others say while the thread is open, and what of ours the server refuses; what one scrolls
 * back to is not read out.
 */
export function Announcer(props: {
  messages: readonly MessageView[];
  entries: readonly Entry[];
  conversation: Conversation;
}) {
  const { messages, entries, conversation } = props;
  const text = useText();
  const me = useMe();
  const [words, setWords] = useState('');
  const known = useRef(messages.at(-1)?.seq ?? 0);
  useEffect(() => {
    const fresh = messages.filter(({ seq, senderId }) => seq > known.current && senderId !== me.id);
    known.current = messages.at(-1)?.seq ?? known.current;
    const [only] = fresh;
    if (!only) return;
    const sender = conversation.participants.find(({ personId }) => personId === only.senderId);
    setWords(
      fresh.length > 1
        ? text('messages.arrived', { count: fresh.length })
        : text('messages.said', {
            name: personName(sender, text('messages.someone')),
            words: [...only.body].slice(0, SPOKEN).join(''),
          }),
    );
  }, [messages, conversation, me.id, text]);
  const refused = entries.filter(({ state }) => state === 'refused').length;
  return (
    <p className="sr-only" role="status">
      {refused > 0 ? text('messages.state.refused') : words}
    </p>
  );
}
