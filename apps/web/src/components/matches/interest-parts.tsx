import { Button } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useRichText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import {
  type Answered,
  type Interest,
  type Match,
  useAcceptInterest,
  useDeclineInterest,
  useWithdrawInterest,
} from '../../lib/matches.js';
import { LangText } from '../lang-text.js';
import { LocalTime } from '../local-time.js';
import { ProblemNotice } from '../problem-notice.js';
import { DismissMenu } from './dismiss-menu.js';
import record from '../record.module.css';
import styles from './match-list.module.css';

type Letter = Pick<NonNullable<Match['interest']>, 'id' | 'message' | 'language' | 'sentAt' | 'expiresAt'>;

/** What they wrote, and yes or no to it. */
function ReceivedInterest(props: { interest: Letter; counterpart: string; mayAnswer: boolean }) {
  const { interest, counterpart, mayAnswer } = props;
  const rich = useRichText();
  return (
    <div className={styles.letter}>
      <p className={styles.written}>
        {rich('matches.wrote', { name: counterpart, time: <LocalTime key="at" at={interest.sentAt} /> })}
      </p>
      <LangText as="p" language={interest.language} className={record.message}>
        {interest.message}
      </LangText>
      <p className={styles.written}>
        {rich('interests.until', { time: <LocalTime key="until" at={interest.expiresAt} as="deadline" /> })}
      </p>
      {mayAnswer && <AnswerButtons interest={interest} />}
    </div>
  );
}

/** Accepting opens the conversation and goes there; declining may say why. */
export function AnswerButtons({ interest }: { interest: Answered }) {
  const text = useText();
  const router = useRouter();
  const { id, slug } = useActingOrganization();
  const accept = useAcceptInterest(interest, id);
  const decline = useDeclineInterest(interest, id);
  // A push may take these buttons away before the answer is here; the way leads on all the same, for who is still here.
  const acceptAndGo = () => {
    const here = router.state.location.pathname;
    const goThere = ({ conversationId }: Interest) => {
      if (conversationId === null || router.state.location.pathname !== here) return;
      void router.navigate({
        to: '/o/$organization/messages/$conversationId',
        params: { organization: slug, conversationId },
      });
    };
    void accept.mutateAsync().then(goThere, () => undefined);
  };
  const error = accept.error ?? decline.error;
  return (
    <>
      {error && <ProblemNotice error={error} />}
      <div className={styles.buttons}>
        <Button loading={accept.isPending} onClick={acceptAndGo}>
          {text('matches.accept')}
        </Button>
        <DismissMenu
          label={text('matches.decline')}
          title={text('matches.decline.why')}
          isBusy={decline.isPending}
          onChoose={(reason) => decline.mutate(reason)}
        />
      </div>
    </>
  );
}

/** What we wrote; it can be taken back until they answer. */
function SentInterest({ interest, mayWithdraw }: { interest: Letter; mayWithdraw: boolean }) {
  const rich = useRichText();
  return (
    <div className={styles.letter}>
      <p className={styles.written}>
        {rich('matches.you-wrote', { time: <LocalTime key="at" at={interest.sentAt} /> })}
      </p>
      <LangText as="p" language={interest.language} className={record.message}>
        {interest.message}
      </LangText>
      <p className={styles.written}>
        {rich('interests.they-until', {
          time: <LocalTime key="until" at={interest.expiresAt} as="deadline" />,
        })}
      </p>
      {mayWithdraw && <TakeBackButton interest={interest} />}
    </div>
  );
}

export function TakeBackButton({ interest }: { interest: Answered }) {
  const text = useText();
  const { id } = useActingOrganization();
  const withdraw = useWithdrawInterest(interest, id);
  return (
    <>
      {withdraw.error && <ProblemNotice error={withdraw.error} />}
      <div className={styles.buttons}>
        <Button variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {text('matches.take-back')}
        </Button>
      </div>
    </>
  );
}

/** The message of an interest nobody has answered yet, theirs or ours. */
export function OpenInterest({
  interest,
  match,
}: {
  interest: NonNullable<Match['interest']>;
  match: Match;
}) {
  const { abilities, counterpart } = match;
  return interest.direction === 'received' ? (
    <ReceivedInterest
      interest={interest}
      counterpart={counterpart.name}
      mayAnswer={abilities.answerInterest}
    />
  ) : (
    <SentInterest interest={interest} mayWithdraw={abilities.withdrawInterest} />
  );
}
