import { Button } from '@mantine/core';
import { IconPin } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { LangText } from '../../components/lang-text.js';
import { useText } from '../../i18n/use-text.js';
import type { Conversation, Participant } from './conversations.js';
import { useFactLabel } from './use-fact-label.js';
import styles from './pinned-facts.module.css';

/** What brought the two together, at the head of the thread: one line of it, all on demand. */
export function PinnedFacts(props: { facts: Conversation['facts']; participants: readonly Participant[] }) {
  const { facts, participants } = props;
  const text = useText();
  const labelOf = useFactLabel(participants);
  const listId = useId();
  const [isWhole, setWhole] = useState(false);
  if (facts.length === 0) return null;
  return (
    <section className={styles.pinned} aria-label={text('messages.about')}>
      <IconPin size={18} stroke={1.5} aria-hidden className={styles.pin} />
      <ul id={listId} className={isWhole ? styles.facts : `${styles.facts} ${styles.brief}`}>
        {(isWhole ? facts : facts.slice(0, 1)).map((fact, index) => (
          <li key={index}>
            <span className={styles.label}>{labelOf(fact)}</span>
            <LangText as="p" language={fact.language} className={styles.text}>
              {fact.text}
            </LangText>
          </li>
        ))}
      </ul>
      <Button
        variant="subtle"
        className={styles.more}
        aria-expanded={isWhole}
        aria-controls={listId}
        onClick={() => setWhole(!isWhole)}
      >
        {text(isWhole ? 'messages.about.less' : 'messages.about.show')}
      </Button>
    </section>
  );
}
