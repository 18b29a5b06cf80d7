import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { components } from '#libs/api-client';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { useCodeText, useRichText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { learningQuery, useResetLearning } from '../../lib/learning.js';

type Learning = components['schemas']['LearningResponse'];

/** What the organization's own answers have taught its lists, and the way to have it forgotten. */
export function LearningPanel() {
  const text = useText();
  const codeText = useCodeText();
  const { id } = useActingOrganization();
  const { data } = useQuery(learningQuery(id));
  if (!data) return null;
  return (
    <Panel
      title={text('learning.title')}
      rows={data.features.map(({ code, correction }) => (
        <li key={code} className={record.row}>
          <span className={record.main}>{codeText('match.topic', code, 'learning.offers')}</span>
          <span>{text(correction > 0 ? 'learning.more' : 'learning.less')}</span>
        </li>
      ))}
    >
      <p>
        {data.features.length > 0 ? text('learning.lead', { count: data.answers }) : text('learning.none')}
      </p>
      <Forget learning={data} />
    </Panel>
  );
}

/** Nothing to forget, nothing to press; that it was forgotten stays to be read. */
function Forget({ learning }: { learning: Learning }) {
  const text = useText();
  const rich = useRichText();
  const reset = useResetLearning(learning.organizationId, learning.version);
  const { abilities, answers, features, resetAt } = learning;
  return (
    <>
      {resetAt && (
        <p className={record.sub} role="status">
          {rich('learning.reset-at', { time: <LocalTime key="at" at={resetAt} /> })}
        </p>
      )}
      {reset.error && <ProblemNotice error={reset.error} />}
      {abilities.reset && (answers > 0 || features.length > 0) && (
        <div className={record.more}>
          <Button variant="default" loading={reset.isPending} onClick={() => reset.mutate()}>
            {text('learning.reset')}
          </Button>
        </div>
      )}
    </>
  );
}
