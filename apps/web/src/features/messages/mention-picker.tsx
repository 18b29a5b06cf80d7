import { type RefObject, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useText } from '../../i18n/use-text.js';
import { useMe } from '../../lib/me.js';
import styles from './composer-tools.module.css';
import { othersIn, type Participant, personName } from './conversations.js';
import { callOf, type Mention, withMention } from './mentions.js';

/** As many people as are offered at once. */
const OFFERED = 8;

/**
 * Offers the people of the conversation after an `@`; arrows choose, Enter or Tab takes, Escape leaves. While an
 * input method composes, all keys are its own.
 */
export function MentionPicker(props: {
  id: string;
  field: RefObject<HTMLTextAreaElement | null>;
  draft: string;
  participants: readonly Participant[];
  onMention: (draft: string, mention: Mention) => void;
}) {
  const { id, field, draft, participants, onMention } = props;
  const text = useText();
  const me = useMe();
  const [chosen, setChosen] = useState(0);
  const [left, setLeft] = useState<string | null>(null);
  const caret = field.current?.selectionStart ?? draft.length;
  const call = callOf(draft, caret);
  const wanted = call?.toLocaleLowerCase();
  const offered =
    wanted === undefined || left === draft
      ? []
      : othersIn(participants, me.id)
          .filter(({ displayName }) => displayName !== '' && displayName.toLocaleLowerCase().includes(wanted))
          .slice(0, OFFERED);
  const at = Math.min(chosen, offered.length - 1);
  const isOpen = offered.length > 0;

  const take = (participant: Participant): void => {
    const { displayName, personId, organization } = participant;
    const next = withMention(draft, caret, displayName);
    // At once, so that whoever types on finds the caret behind the name.
    flushSync(() => {
      onMention(next.draft, { name: displayName, seat: { personId, organizationId: organization.id } });
      setLeft(next.draft);
      setChosen(0);
    });
    field.current?.focus();
    field.current?.setSelectionRange(next.caret, next.caret);
  };
  // Before the names are seen: whoever sees them finds that the keys are theirs.
  useLayoutEffect(() => {
    const element = field.current;
    if (!element || !isOpen) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || event.keyCode === 229) return;
      const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const person = offered[at];
      if (move !== undefined) setChosen((at + move + offered.length) % offered.length);
      else if ((event.key === 'Enter' || event.key === 'Tab') && person) take(person);
      else if (event.key === 'Escape') setLeft(draft);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Before the field itself, whose Enter sends.
    element.addEventListener('keydown', onKey, true);
    element.setAttribute('aria-controls', id);
    element.setAttribute('aria-activedescendant', `${id}-${at}`);
    return () => {
      element.removeEventListener('keydown', onKey, true);
      element.removeAttribute('aria-controls');
      element.removeAttribute('aria-activedescendant');
    };
  });
  if (!isOpen) return null;
  return (
    <ul id={id} role="listbox" aria-label={text('rooms.mention')} className={styles.people}>
      {offered.map((participant, index) => (
        <li
          key={`${participant.personId}/${participant.organization.id}`}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          className={styles.person}
          onMouseDown={(event) => {
            event.preventDefault(); // the focus stays in the field
            take(participant);
          }}
        >
          {personName(participant, text('messages.someone'))}{' '}
          <span className={styles.note}>{participant.organization.name}</span>
        </li>
      ))}
    </ul>
  );
}
