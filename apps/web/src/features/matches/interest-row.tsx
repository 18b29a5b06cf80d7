import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { AnswerButtons, TakeBackButton } from '../../components/matches/interest-parts.js';
import record from '../../components/record.module.css';
import { FictionalMark, Tag, type Tone } from '../../components/tag.js';
import { useRichText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import type { Interest } from '../../lib/matches.js';

const TONES: Readonly<Record<Interest['state'], Tone>> = {
  sent: 'warning',
  accepted: 'success',
  declined: 'neutral',
  withdrawn: 'neutral',
  expired: 'neutral',
};

/** One first word between two organizations, what became of it, and what can be done about it now. */
export function InterestRow({ interest }: { interest: Interest }) {
  const text = useText();
  const { slug } = useActingOrganization();
  const { counterpart } = interest;
  return (
    <li className={record.entry} data-interest={interest.id}>
      <div className={record.head}>
        <h3 className={record.name}>
          <Link
            to="/o/$organization/matches/$matchId"
            params={{ organization: slug, matchId: interest.matchId }}
          >
            {counterpart.name}
          </Link>
        </h3>
        <span className={record.side}>
          <Tag tone={TONES[interest.state]}>{text(`interests.state.${interest.state}`)}</Tag>
          {counterpart.fictional && <FictionalMark />}
        </span>
      </div>
      <Topic interest={interest} />
      <Written interest={interest} />
      <Outcome interest={interest} />
      <Actions interest={interest} />
    </li>
  );
}

/** What they bring is what it is about; else what of ours it answers. */
function Topic({ interest }: { interest: Interest }) {
  const topic = interest.object?.title ? interest.object : interest.subject;
  if (!topic.title) return null;
  return (
    <LangText as="p" language={topic.language} className={record.sub}>
      {topic.title}
    </LangText>
  );
}

function Written({ interest }: { interest: Interest }) {
  const rich = useRichText();
  const time = <LocalTime key="time" at={interest.sentAt} />;
  return (
    <>
      <p className={record.sub}>
        {interest.direction === 'received'
          ? rich('matches.wrote', { name: interest.sender?.displayName ?? interest.counterpart.name, time })
          : rich('matches.you-wrote', { time })}
      </p>
      <LangText as="p" language={interest.language} className={record.message}>
        {interest.message}
      </LangText>
    </>
  );
}

/** The clock while it runs; how it ended, and why, once it has. */
function Outcome({ interest }: { interest: Interest }) {
  const text = useText();
  const rich = useRichText();
  const { state, direction, expiresAt, answeredAt, declineReason } = interest;
  const said = (words: ReactNode, reason?: string) => (
    <p className={record.sub}>
      {words}
      {reason && ` · ${reason}`}
    </p>
  );
  if (state === 'sent') {
    const time = <LocalTime key="until" at={expiresAt} as="deadline" />;
    return said(rich(direction === 'received' ? 'interests.until' : 'interests.they-until', { time }));
  }
  const time = <LocalTime key="at" at={answeredAt ?? expiresAt} />;
  if (state === 'accepted') return said(rich('interests.agreed-at', { time }));
  const reason = declineReason
    ? text('interests.reason', { reason: text(`match.dismiss.${declineReason}`) })
    : undefined;
  return said(rich('interests.ended', { time }), reason);
}

function Actions({ interest }: { interest: Interest }) {
  const text = useText();
  const { slug } = useActingOrganization();
  const { abilities, conversationId } = interest;
  if (conversationId) {
    return (
      <div className={record.side}>
        <Button
          variant="default"
          renderRoot={(props) => (
            <Link
              to="/o/$organization/messages/$conversationId"
              params={{ organization: slug, conversationId }}
              {...props}
            />
          )}
        >
          {text('match.open-conversation')}
        </Button>
      </div>
    );
  }
  if (abilities.accept) return <AnswerButtons interest={interest} />;
  if (abilities.withdraw) return <TakeBackButton interest={interest} />;
  return null;
}
