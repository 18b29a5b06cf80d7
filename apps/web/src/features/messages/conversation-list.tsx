import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTabTitle } from '../../components/page-title.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { PagedList } from '../../records/paged-list.js';
import { ConversationRow, useNamesOf } from './conversation-row.js';
import { type ConversationCard, useConversations } from './conversations.js';
import { ListActions } from './list-head.js';
import { lookAlikes } from './look-alikes.js';
import styles from './messages.module.css';

const SearchHead = lazy(async () => ({ default: (await import('./message-search.js')).SearchHead }));
const FoundMessages = lazy(async () => ({ default: (await import('./message-search.js')).FoundMessages }));

/**
 * All conversations, latest activity first, or the messages that hold the words one looks for. Alone on the screen it
 * carries the heading of the page.
 */
export function ConversationList({ isAlone }: { isAlone: boolean }) {
  const text = useText();
  const organization = useActingOrganization();
  const [showsArchived, setShowsArchived] = useState(false);
  const [words, setWords] = useState('');
  const isSearching = words.trim() !== '';
  const list = useConversations(organization.id, showsArchived);
  const Heading = isAlone ? 'h1' : 'h2';
  const conversations = (
    <div className={list.items.length > 0 ? styles.filled : styles.bare}>
      <PagedList
        list={list}
        rowHeight={72}
        noneFiltered=""
        none={{
          title: text('messages.none'),
          text: text('messages.none.text'),
          action: (
            <Button
              variant="default"
              renderRoot={(props) => (
                <Link to="/o/$organization/matches" params={{ organization: organization.slug }} {...props} />
              )}
            >
              {text('messages.to-matches')}
            </Button>
          ),
        }}
      >
        {(items) => <Rows conversations={items} />}
      </PagedList>
    </div>
  );
  return (
    <section className={styles.rooms} aria-label={text('messages.list')}>
      {isAlone && <TabTitle />}
      <div className={styles.roomsHead}>
        <Heading tabIndex={-1}>{text(showsArchived ? 'rooms.archived' : 'nav.messages')}</Heading>
        <ListActions showsArchived={showsArchived} onShowArchived={setShowsArchived} />
      </div>
      {/* Beside the rows, not around them: it comes later, and must not replace what somebody is about to press. */}
      <Suspense fallback={<div className={styles.search} />}>
        <SearchHead words={words} onChange={setWords} />
      </Suspense>
      {isSearching ? (
        <Suspense fallback={null}>
          <FoundMessages words={words} />
        </Suspense>
      ) : (
        conversations
      )}
    </section>
  );
}

function Rows({ conversations }: { conversations: readonly ConversationCard[] }) {
  const namesOf = useNamesOf();
  const alike = lookAlikes(conversations, (conversation) => JSON.stringify(namesOf(conversation)));
  return (
    <ul>
      {conversations.map((conversation) => (
        <ConversationRow
          key={conversation.id}
          conversation={conversation}
          looksAlike={alike.has(conversation.id)}
        />
      ))}
    </ul>
  );
}

function TabTitle() {
  const text = useText();
  useTabTitle(text('nav.messages'));
  return null;
}
