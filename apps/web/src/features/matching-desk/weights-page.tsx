import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { LocalTime } from '../../components/local-time.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { Tag, type Tone } from '../../components/tag.js';
import { useRichText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { usePages } from '../../lib/pages.js';
import { mayWrite } from '../../lib/rights.js';
import { PagedList } from '../../records/paged-list.js';
import { DeskTabs } from './desk-tabs.js';
import { type Weights, weightsListQuery } from './weights-requests.js';
import { WeightsTable } from './weights-table.js';

const TONES: Readonly<Record<Weights['state'], Tone>> = {
  draft: 'warning',
  live: 'success',
  retired: 'neutral',
  discarded: 'neutral',
};

export function WeightsStateTag({ state }: Pick<Weights, 'state'>) {
  const text = useText();
  return <Tag tone={TONES[state]}>{text(`weights.state.${state}`)}</Tag>;
}

/** For the secretariat: what everybody is compared by, and all that was ever tried instead. */
export function WeightsPage() {
  const text = useText();
  const organization = useActingOrganization();
  const list = usePages(weightsListQuery(organization.id));
  const inUse = list.first?.inUse;
  return (
    <>
      <PageTitle
        title={text('weights.title')}
        lead={text('weights.lead')}
        actions={
          mayWrite(organization, 'matching.manage') && (
            <Button
              renderRoot={(props) => (
                <Link
                  to="/o/$organization/matching-weights/$weightsId"
                  params={{ organization: organization.slug, weightsId: 'new' }}
                  {...props}
                />
              )}
            >
              {text('weights.draft')}
            </Button>
          )
        }
      />
      <DeskTabs />
      <div className={record.stack}>
        {inUse && (
          <Panel
            title={
              inUse.number === 0 ? text('weights.first') : text('weights.in-use', { number: inUse.number })
            }
          >
            <WeightsTable relations={inUse.relations} caption={text('weights.table')} />
          </Panel>
        )}
        <PagedList
          list={list}
          rowHeight={72}
          noneFiltered=""
          none={{ title: text('weights.none'), text: text('weights.none.text') }}
        >
          {(versions) => (
            <Panel
              title={text('weights.versions')}
              rows={versions.map((weights) => (
                <WeightsRow key={weights.id} weights={weights} />
              ))}
            />
          )}
        </PagedList>
      </div>
    </>
  );
}

function WeightsRow({ weights }: { weights: Weights }) {
  const text = useText();
  const rich = useRichText();
  const { formatNumber } = useIntl();
  const { slug } = useActingOrganization();
  const { id, number, note, state, replay, createdAt, activatedAt } = weights;
  const percent = (share: number): string =>
    formatNumber(share, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <li className={record.row} data-weights={number}>
      <div className={record.main}>
        <Link
          to="/o/$organization/matching-weights/$weightsId"
          params={{ organization: slug, weightsId: id }}
        >
          {text('weights.version', { number })}
        </Link>
        <p>{note}</p>
        <p className={record.sub}>
          {rich(activatedAt ? 'weights.activated-at' : 'weights.drafted-at', {
            time: <LocalTime key="at" at={activatedAt ?? createdAt} />,
          })}
          {' · '}
          {replay.pairs === 0
            ? text('weights.replay.none')
            : text('weights.replay.short', { before: percent(replay.before), after: percent(replay.after) })}
        </p>
      </div>
      <WeightsStateTag state={state} />
    </li>
  );
}
