import { Button } from '@mantine/core';
import { IconArrowLeft, IconInfoCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useIntl } from 'react-intl';
import { LangText } from '../../components/lang-text.js';
import { useTabTitle } from '../../components/page-title.js';
import { FictionalMark } from '../../components/tag.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { homeLanguage } from '../../lib/home-language.js';
import { useMe } from '../../lib/me.js';
import { type Conversation, othersIn, type Participant, personName } from './conversations.js';
import styles from './thread-head.module.css';

const HereMark = lazy(async () => ({ default: (await import('./after-the-words.js')).HereMark }));

/** With whom one talks; on a phone also the way back to the list. */
export function ThreadHead(props: {
  name: string;
  conversation?: Conversation;
  showsDetails?: boolean;
  onToggleDetails?: () => void;
}) {
  const { name, conversation, showsDetails = false, onToggleDetails } = props;
  const text = useText();
  const me = useMe();
  const { slug } = useActingOrganization();
  useTabTitle(name);
  const others = othersIn(conversation?.participants ?? [], me.id);
  const own = others.length === 1 ? others[0]?.organization : undefined;
  return (
    <header className={styles.head}>
      <Link
        to="/o/$organization/messages"
        params={{ organization: slug }}
        className={styles.back}
        aria-label={text('messages.back')}
        title={text('messages.back')}
      >
        <IconArrowLeft size={20} stroke={1.5} aria-hidden />
      </Link>
      <div className={styles.who}>
        <h1 tabIndex={-1}>
          {name}
          {own?.nameLocal && own.nameLocal !== own.name && (
            <LangText language={homeLanguage(own.country)} className={styles.native}>
              {own.nameLocal}
            </LangText>
          )}
          {others.some(({ organization }) => organization.fictional) && <FictionalMark />}
        </h1>
        <People others={others} />
      </div>
      {onToggleDetails && (
        <Button
          className={styles.toggle}
          variant="subtle"
          aria-expanded={showsDetails}
          leftSection={<IconInfoCircle size={18} stroke={1.5} aria-hidden />}
          onClick={onToggleDetails}
        >
          {text('messages.details')}
        </Button>
      )}
    </header>
  );
}

/** Who they are by name, and whether the one other is here. */
function People({ others }: { others: readonly Participant[] }) {
  const text = useText();
  const intl = useIntl();
  const [first] = others;
  if (!first) return null;
  return (
    <p className={styles.people}>
      {intl.formatList(others.map((person) => personName(person, text('messages.someone'))))}{' '}
      {others.length === 1 && (
        <Suspense>
          <HereMark participant={first} />
        </Suspense>
      )}
    </p>
  );
}
