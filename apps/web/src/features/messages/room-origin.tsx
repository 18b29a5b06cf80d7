import { useQuery } from '@tanstack/react-query';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { useRichText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { matchQuery } from '../../lib/matches.js';
import { useMe } from '../../lib/me.js';
import type { ConversationCard } from './conversations.js';

const KINDS: Readonly<Record<string, 'match' | 'direct' | 'group'>> = {
  match: 'match',
  direct: 'direct',
  group: 'group',
};

/** What it grew out of, and when: for rooms that nobody named and that have the same people as another one. */
export function RoomOrigin({ conversation }: { conversation: ConversationCard }) {
  const rich = useRichText();
  const { about, createdAt } = conversation;
  const time = <LocalTime key="time" at={createdAt} as="stamp" />;
  const kind = KINDS[about.type];
  return (
    <>
      {kind === 'match' && <MatchTopic id={about.id} />}
      {rich(kind ? `messages.origin.${kind}` : 'messages.origin', { time })}
    </>
  );
}

/** What the match is about: of theirs, else of ours. Nothing where two profiles fit. */
function MatchTopic({ id }: { id: string }) {
  const text = useText();
  const me = useMe();
  const organization = useActingOrganization();
  const { data: match } = useQuery(matchQuery(organization.id, me.language, id));
  const topic = [match?.object, match?.subject].find((each) => each?.type !== 'organization' && each?.title);
  if (!topic) return null;
  return (
    <>
      <LangText language={topic.language}>
        {text('messages.origin.topic', { title: topic.title })}
      </LangText>{' '}
    </>
  );
}
