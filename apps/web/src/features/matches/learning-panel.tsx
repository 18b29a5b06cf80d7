import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { useCodeText, useRichText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { learningQuery, useResetLearning } from '../../lib/learning.js';

/** What the organization's own answers have taught its lists, and the way to have it forgotten. */
export function LearningPanel() {
  const text = useText();
  const rich = useRichText();
  const codeText = useCodeText();
  const { id } = useActingOrganization();
  const { data } = useQuery(learningQuery(id));
  const reset = useResetLearning(id, data?.version ?? 0);
  if (!data) return null;
  const { abilities, answers, features, resetAt } = data;
  return (
    <Panel
      title={text('learning.title')}
      aside={
        // Nothing to forget, nothing to press.
        abilities.reset &&
        (answers > 0 || features.length > 0) && (
          <Button variant="default" loading={reset.isPending} onClick={() => reset.mutate()}>
            {text('learning.reset')}
          </Button>
        )
      }
      rows={features.map(({ code, correction }) => (
        <li key={code} className={record.row}>
          <span>{codeText('match.topic', code, 'learning.offers')}</span>
          <Tag tone={correction > 0 ? 'brand' : 'neutral'}>
            {text(correction > 0 ? 'learning.more' : 'learning.less')}
          </Tag>
        </li>
      ))}
    >
      <p>{features.length > 0 ? text('learning.lead', { count: answers }) : text('learning.none')}</p>
      {resetAt && (
        <p className={record.sub} role="status">
          {rich('learning.reset-at', { time: <LocalTime key="at" at={resetAt} /> })}
        </p>
      )}
      {reset.error && <ProblemNotice error={reset.error} />}
    </Panel>
  );
}
