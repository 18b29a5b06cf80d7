import { Button } from '@mantine/core';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Callout } from '../../components/callout.js';
import { LocalTime } from '../../components/local-time.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag, type Tone } from '../../components/tag.js';
import { useRichText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { usePages } from '../../lib/pages.js';
import { mayWrite } from '../../lib/rights.js';
import { useMinute } from '../../lib/use-minute.js';
import { PagedList } from '../../records/paged-list.js';
import { DeskTabs } from './desk-tabs.js';
import styles from './matching-desk.module.css';
import { type MatchingRun, runsQuery, useEndRun, useStartRun } from './runs-requests.js';

/** A shard takes seconds; one that takes this long has no worker. */
const STANDS_STILL_MS = 2 * 60_000;
const TONES: Readonly<Record<MatchingRun['state'], Tone>> = {
  running: 'brand',
  finished: 'success',
  cancelled: 'neutral',
  withdrawn: 'warning',
};

/** For the secretariat: when everybody was compared with everybody, why, and how far the one under way is. */
export function RunsPage() {
  const text = useText();
  const organization = useActingOrganization();
  const list = usePages(runsQuery(organization.id));
  const start = useStartRun();
  const isUnderWay = list.items.some(({ state }) => state === 'running');
  const last = isUnderWay ? undefined : list.items.find(({ state }) => state === 'finished');
  return (
    <>
      <PageTitle
        title={text('runs.title')}
        lead={text('runs.lead')}
        actions={
          mayWrite(organization, 'matching.manage') && (
            <Button disabled={isUnderWay} loading={start.isPending} onClick={() => start.mutate()}>
              {text('runs.start')}
            </Button>
          )
        }
      />
      <DeskTabs />
      <div className={record.stack}>
        {start.error && <ProblemNotice error={start.error} />}
        <PagedList
          list={list}
          rowHeight={96}
          noneFiltered=""
          none={{ title: text('runs.none'), text: text('runs.none.text') }}
        >
          {(runs) => (
            <Panel
              title={text('runs.all')}
              rows={runs.map((run) => (
                <RunRow key={run.id} run={run} isLast={run === last} />
              ))}
            />
          )}
        </PagedList>
      </div>
    </>
  );
}

function RunRow({ run, isLast }: { run: MatchingRun; isLast: boolean }) {
  const text = useText();
  const rich = useRichText();
  const { reason, state, startedAt, abilities } = run;
  return (
    <li className={record.entry} data-run={state}>
      <div className={record.head}>
        <h3 className={record.name}>{text(`runs.reason.${reason}`)}</h3>
        <Tag tone={TONES[state]}>{text(`runs.state.${state}`)}</Tag>
      </div>
      <p className={record.sub}>
        {rich('runs.began', { time: <LocalTime key="at" at={startedAt} as="stamp" /> })}
        <Took run={run} />
      </p>
      {(state === 'running' || state === 'cancelled') && <Progress run={run} />}
      <Counts run={run} />
      <StandsStill run={run} />
      {abilities.cancel && <AskedTwice run={run} verb="cancel" />}
      {abilities.withdraw && isLast && <AskedTwice run={run} verb="withdraw" />}
      <details className={styles.table}>
        <summary>{text('runs.by')}</summary>
        <dl className={`${record.facts} ${styles.by}`}>
          <dt>{text('runs.by.weights')}</dt>
          <dd>{run.specVersion}</dd>
          <dt>{text('runs.by.words')}</dt>
          <dd>{run.vocabularyVersion}</dd>
          <dt>{text('runs.by.result')}</dt>
          <dd>{run.resultHash ?? text('health.none')}</dd>
        </dl>
      </details>
    </li>
  );
}

function Took({ run: { startedAt, endedAt } }: { run: MatchingRun }) {
  const text = useText();
  const { formatNumber } = useIntl();
  if (!endedAt) return null;
  const seconds = (Date.parse(endedAt) - Date.parse(startedAt)) / 1_000;
  return (
    <>
      {' · '}
      {text('runs.took', { seconds: formatNumber(seconds, { maximumFractionDigits: seconds < 10 ? 1 : 0 }) })}
    </>
  );
}

function Progress({ run: { shards, shardsDone } }: { run: MatchingRun }) {
  const text = useText();
  return (
    <div className={styles.progress}>
      <progress
        className={styles.meter}
        max={Math.max(1, shards)}
        value={shardsDone}
        aria-label={text('runs.progress')}
      />
      <span>{text('runs.shards', { done: shardsDone, all: shards })}</span>
    </div>
  );
}

function Counts({ run: { state, subjects, listed, entered, failed } }: { run: MatchingRun }) {
  const text = useText();
  return (
    <>
      <p>{text(state === 'running' ? 'runs.counts.so-far' : 'runs.counts', { subjects, listed, entered })}</p>
      {failed > 0 && <Callout tone="warning">{text('runs.failed', { failed })}</Callout>}
    </>
  );
}

/** Its worker died, or none is there: nothing is lost, and nobody has to do anything but bring one back. */
function StandsStill({ run: { state, movedAt } }: { run: MatchingRun }) {
  const rich = useRichText();
  const now = useMinute();
  if (state !== 'running' || Date.parse(now) - Date.parse(movedAt) < STANDS_STILL_MS) return null;
  return (
    <Callout tone="warning" announce>
      {rich('runs.stands-still', { time: <LocalTime key="at" at={movedAt} /> })}
    </Callout>
  );
}

/** Asked twice, as what is done cannot be taken up again. */
function AskedTwice({ run, verb }: { run: MatchingRun; verb: 'cancel' | 'withdraw' }) {
  const text = useText();
  const end = useEndRun(run, verb);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      {end.error && <ProblemNotice error={end.error} />}
      {isAsking && <p role="status">{text(`runs.${verb}.text`)}</p>}
      <div className={styles.buttons}>
        {isAsking ? (
          <>
            <Button color="red" loading={end.isPending} onClick={() => end.mutate()}>
              {text(`runs.${verb}`)}
            </Button>
            <Button variant="default" onClick={() => setAsking(false)}>
              {text(`runs.${verb}.not`)}
            </Button>
          </>
        ) : (
          <Button variant="default" onClick={() => setAsking(true)}>
            {text(`runs.${verb}`)}
          </Button>
        )}
      </div>
    </>
  );
}
