import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { DismissMenu } from '../../components/matches/dismiss-menu.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Waiting } from '../../components/waiting.js';
import { useRichText, useText } from '../../i18n/use-text.js';
import { type Answer, type Asked, questionQuery, useAnswer } from './questions.js';
import styles from './notices.module.css';

/** What they wrote, until when it waits, and yes or no to it. Gone once it is answered; the row follows. */
export function NoticeQuestion(props: {
  asked: Asked;
  /** Id of the words of the row, which say who asks. */
  labelledBy: string;
  onAnswered: (answer: Answer, conversationId: string | null) => void;
}) {
  const { asked, labelledBy, onAnswered } = props;
  const text = useText();
  const rich = useRichText();
  const { data: question, error, refetch } = useQuery(questionQuery(asked));
  const answer = useAnswer(asked, onAnswered);
  if (error && question === undefined) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (question === undefined) return <Waiting rows={1} height={96} />;
  // A colleague may have been faster: then the row goes, and this says why nothing was done.
  const refused = answer.error && <ProblemNotice error={answer.error} />;
  if (!question?.isOpen) return refused;
  const give = (given: Answer): void => answer.mutate({ question, answer: given });
  const isGiving = (verb: Answer['verb']): boolean =>
    answer.isPending && answer.variables.answer.verb === verb;
  return (
    <div className={styles.question}>
      <LangText as="p" language={question.language} className={`${record.message} ${styles.asked}`}>
        {question.message}
      </LangText>
      <p className={record.sub}>
        {rich('notices.answer-by', {
          time: <LocalTime key="until" at={question.expiresAt} as="deadline" />,
        })}
      </p>
      {refused}
      <div className={record.side} role="group" aria-labelledby={labelledBy}>
        <Button
          data-verb="accept"
          loading={isGiving('accept')}
          disabled={isGiving('decline')}
          onClick={() => give({ verb: 'accept' })}
        >
          {text('notices.accept')}
        </Button>
        {asked.kind === 'interest' ? (
          <DismissMenu
            label={text('notices.decline')}
            title={text('notices.decline.why')}
            isBusy={answer.isPending}
            onChoose={(reason) => give({ verb: 'decline', reason })}
          />
        ) : (
          <Button
            variant="default"
            data-verb="decline"
            loading={isGiving('decline')}
            disabled={isGiving('accept')}
            onClick={() => give({ verb: 'decline' })}
          >
            {text('notices.decline')}
          </Button>
        )}
      </div>
    </div>
  );
}
