import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Dialog } from '../../components/dialog.js';
import { LocalTime } from '../../components/local-time.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Waiting } from '../../components/waiting.js';
import { useRichText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { usePages } from '../../lib/pages.js';
import { DeskTabs } from './desk-tabs.js';
import styles from './matching-desk.module.css';
import { ReplayPlot } from './replay-plot.js';
import { WeightsDraft } from './weights-draft.js';
import { WeightsStateTag } from './weights-page.js';
import { useWeightsStep, type Weights, weightsListQuery, weightsQuery } from './weights-requests.js';
import { MovedSharesTable, WeightsTable } from './weights-table.js';

const route = getRouteApi('/signed-in/o/$organization/matching-weights/$weightsId');

/** One set of weights with what past answers say of it; `new` sets one down. */
export function WeightsVersionPage() {
  const { weightsId } = route.useParams();
  return weightsId === 'new' ? <WeightsDraft /> : <WeightsVersion id={weightsId} />;
}

function WeightsVersion({ id }: { id: string }) {
  const text = useText();
  const organization = useActingOrganization();
  const { data: weights, error, isPending } = useQuery(weightsQuery(organization.id, id));
  const inUse = usePages(weightsListQuery(organization.id)).first?.inUse;
  const title = weights ? text('weights.version', { number: weights.number }) : text('weights.title');
  return (
    <>
      <PageTitle title={title} lead={weights?.note} />
      <DeskTabs />
      {error && <ProblemNotice error={error} />}
      {isPending && !error && <Waiting rows={3} height={160} />}
      {weights && (
        <div className={record.stack}>
          <div className={styles.plots}>
            <Standing weights={weights} />
            <ReplayPlot replay={weights.replay} />
          </div>
          {inUse && weights.state !== 'live' && (
            <Panel title={text('weights.moved')}>
              <MovedSharesTable
                before={inUse.relations}
                after={weights.relations}
                caption={text('weights.moved')}
              />
            </Panel>
          )}
          <Panel title={text('weights.table')}>
            <WeightsTable relations={weights.relations} caption={text('weights.table')} />
          </Panel>
        </div>
      )}
    </>
  );
}

function Standing({ weights }: { weights: Weights }) {
  const text = useText();
  const rich = useRichText();
  const step = useWeightsStep(weights);
  const [isAsking, setAsking] = useState(false);
  const { abilities, activatedAt, createdAt, state } = weights;
  const close = () => {
    setAsking(false);
    step.reset();
  };
  return (
    <Panel title={text('weights.standing')} aside={<WeightsStateTag state={state} />}>
      <div className={styles.standing}>
        <p>{rich('weights.drafted-at', { time: <LocalTime key="at" at={createdAt} /> })}</p>
        {activatedAt && (
          <p>{rich('weights.activated-at', { time: <LocalTime key="at" at={activatedAt} /> })}</p>
        )}
        <p className={record.sub}>{text(`weights.state.${state}.text`)}</p>
        {step.error && !isAsking && <ProblemNotice error={step.error} />}
        {(abilities.activate || abilities.discard) && (
          <div className={styles.buttons}>
            {abilities.activate && (
              <Button onClick={() => setAsking(true)}>{text('weights.activate')}</Button>
            )}
            {abilities.discard && (
              <Button
                variant="default"
                loading={step.isPending && !isAsking}
                onClick={() => step.mutate('discard')}
              >
                {text('weights.discard')}
              </Button>
            )}
          </div>
        )}
      </div>
      {isAsking && (
        <Dialog title={text('weights.activate')} onClose={close}>
          <p>{text('weights.activate.text')}</p>
          {step.error && <ProblemNotice error={step.error} />}
          <div className={styles.buttons}>
            <Button
              loading={step.isPending}
              onClick={() => step.mutate('activate', { onSuccess: () => setAsking(false) })}
            >
              {text('weights.activate')}
            </Button>
            <Button variant="default" onClick={close}>
              {text('action.cancel')}
            </Button>
          </div>
        </Dialog>
      )}
    </Panel>
  );
}
