import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, read } from '../../lib/api.js';
import { pagedQuery, usePages } from '../../lib/pages.js';
import { PagedList } from '../../records/paged-list.js';
import { contactRequestsQuery } from './contacts.js';
import rowStyles from './conversation-row.module.css';
import { conversationsKey, conversationsQuery, personName, titleOf } from './conversations.js';
import { languageOfText } from './language-of-text.js';
import styles from './messages.module.css';
import { snippetOf } from './snippet.js';
import { useMe } from '../../lib/me.js';
import { useIntl } from 'react-intl';

/** Where one looks for words in all messages; until one does, with what waits for an answer. */
export function SearchHead({ words, onChange }: { words: string; onChange: (words: string) => void }) {
  const text = useText();
  return (
    <>
      <div role="search" className={styles.search}>
        <TextInput
          type="search"
          aria-label={text('rooms.search')}
          placeholder={text('rooms.search')}
          leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />}
          maxLength={200}
          value={words}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </div>
      {words.trim() === '' && <WaitingRequests />}
    </>
  );
}

/** That others ask for a conversation, where conversations are looked for. */
function WaitingRequests() {
  const text = useText();
  const organization = useActingOrganization();
  const { items } = usePages(contactRequestsQuery(organization.id, 'received'));
  const count = items.filter(({ state, isLapsed }) => state === 'waiting' && !isLapsed).length;
  if (count === 0) return null;
  return (
    <p className={styles.requests}>
      <Link to="/o/$organization/contact-requests" params={{ organization: organization.slug }}>
        {text('rooms.waiting', { count })}
      </Link>
    </p>
  );
}

/** Messages that hold the words, inside words of every script; each leads to where it was said. */
export function FoundMessages({ words }: { words: string }) {
  const text = useText();
  const intl = useIntl();
  const me = useMe();
  const organization = useActingOrganization();
  const wanted = useDeferredValue(words.trim());
  const found = useInfiniteQuery(
    pagedQuery([...conversationsKey(organization.id), 'search', wanted], (cursor, signal) =>
      read(api.GET('/api/v1/messages', { params: { query: { q: wanted, limit: 20, cursor } }, signal })),
    ),
  );
  const cards = useInfiniteQuery(conversationsQuery(organization.id)).data?.pages.flatMap(
    ({ items }) => items,
  );
  const list = { ...found, items: found.data?.pages.flatMap(({ items }) => items) ?? [] };
  return (
    <div data-search-results className={list.items.length > 0 ? styles.filled : styles.bare}>
      <PagedList
        list={list}
        rowHeight={72}
        noneFiltered=""
        none={{ title: text('rooms.search.none'), text: text('rooms.search.none.text') }}
      >
        {(messages) => (
          <ul>
            {messages.map((message) => {
              const card = cards?.find(({ id }) => id === message.conversationId);
              const sender = card?.participants.find(({ personId }) => personId === message.senderId);
              const { before, match, after } = snippetOf(message.body, wanted);
              return (
                <li key={message.messageId} className={rowStyles.item}>
                  <Link
                    to="/o/$organization/messages/$conversationId"
                    params={{ organization: organization.slug, conversationId: message.conversationId }}
                    state={{ around: message.seq }}
                    className={rowStyles.row}
                  >
                    <span className={rowStyles.line}>
                      <span className={rowStyles.name}>
                        {card ? intl.formatList(titleOf(card, me.id)) : text('messages.one')}
                      </span>
                      <span className={rowStyles.time}>
                        <LocalTime at={message.postedAt} as="date" />
                      </span>
                    </span>
                    {sender && (
                      <span className={rowStyles.people}>{personName(sender, text('messages.someone'))}</span>
                    )}
                    <LangText
                      language={message.language ?? languageOfText(message.body)}
                      className={rowStyles.people}
                    >
                      {before}
                      {match !== '' && <mark className={styles.match}>{match}</mark>}
                      {after}
                    </LangText>
                  </Link>
                </li>
              );
            })}
          </ul>
        )}
      </PagedList>
    </div>
  );
}
