import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import type { MessageId } from '../../i18n/locales.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { usePages } from '../../lib/pages.js';
import { OrganizationName } from '../../records/organization-name.js';
import { PagedList } from '../../records/paged-list.js';
import { type DeskItem, deskListQuery, deskQuery, type WaitsOn } from './consulting-way.js';
import { RequestStateTag } from './request-row.js';
import styles from './way.module.css';
import { WayDoors } from './way-doors.js';

const WAITS = ['secretariat', 'requester', 'experts', 'engagement'] as const satisfies readonly WaitsOn[];

/** The triage desk: what waits on whom, what is due first, and how much is asked of each expert. */
export function ConsultingDesk() {
  const text = useText();
  const organization = useActingOrganization();
  const [waitsOn, setWaitsOn] = useState<WaitsOn | ''>('');
  const list = usePages(deskListQuery(organization.id, waitsOn));
  const { data } = useQuery(deskQuery(organization.id));
  return (
    <>
      <PageTitle
        title={text('way.desk')}
        lead={text('way.desk.lead')}
        actions={
          <span className={record.side}>
            <WayDoors doors={['engagements', 'library', 'calendars']} />
          </span>
        }
      />
      {data && (
        <dl className={styles.figures}>
          {[...WAITS, 'late' as const, 'unanswered' as const].map((name) => (
            <div key={name}>
              <dt className={record.sub}>{text(`way.figure.${name}`)}</dt>
              <dd className={styles.figure}>{data.figures[name]}</dd>
            </div>
          ))}
          <Hours name="way.figure.first-step" hours={data.figures.firstStepHours} />
          <Hours name="way.figure.settled" hours={data.figures.settledHours} />
        </dl>
      )}
      <div className={record.filters}>
        <NativeSelect
          id="waits-on"
          label={text('way.filter')}
          value={waitsOn}
          onChange={(event) => setWaitsOn(WAITS.find((one) => one === event.currentTarget.value) ?? '')}
          data={[
            { value: '', label: text('way.filter.all') },
            ...WAITS.map((one) => ({ value: one, label: text(`way.waits.${one}`) })),
          ]}
        />
      </div>
      <PagedList
        list={list}
        rowHeight={72}
        noneFiltered={text('way.desk.none')}
        none={{ title: text('way.desk.none'), text: text('way.desk.none.text') }}
      >
        {(items) => (
          <Panel
            rows={items.map((item) => (
              <DeskRow key={item.id} item={item} />
            ))}
          />
        )}
      </PagedList>
      {data && data.experts.length > 0 && (
        <Panel
          title={text('way.loads')}
          rows={data.experts.map((expert) => (
            <li key={expert.organizationId} className={record.row}>
              <div className={record.main}>
                <OrganizationName id={expert.organizationId} />
              </div>
              <span className={record.sub}>
                {text('way.load', { open: expert.open, engaged: expert.engaged })} ·{' '}
                {text('way.answered', { answered: expert.answered, asked: expert.asked })}
                {expert.answerHours !== null && ` · ${text('way.answers-in', { hours: expert.answerHours })}`}
              </span>
            </li>
          ))}
        />
      )}
    </>
  );
}

function Hours({ name, hours }: { name: MessageId; hours: number | null }) {
  const text = useText();
  return (
    <div>
      <dt className={record.sub}>{text(name)}</dt>
      <dd className={styles.figure}>{hours === null ? '–' : text('way.hours', { hours })}</dd>
    </div>
  );
}

function DeskRow({ item }: { item: DeskItem }) {
  const text = useText();
  const { slug } = useActingOrganization();
  return (
    <li className={record.row}>
      <div className={record.main}>
        <Link to="/o/$organization/consulting/$requestId" params={{ organization: slug, requestId: item.id }}>
          <LangText language={item.language}>{item.title}</LangText>
        </Link>
        <p className={record.sub}>
          <OrganizationName id={item.organizationId} /> · {text(`way.waits.${item.waitsOn}`)}{' '}
          {text('way.since')} <LocalTime at={item.stateSince} as="moment" />
          {item.dueAt && (
            <>
              {' · '}
              {text('way.until')} <LocalTime at={item.dueAt} as="deadline" />
            </>
          )}
          {item.lateRounds > 0 && ` · ${text('way.late')}`}
          {!item.dueIsKnown && ` · ${text('way.calendar-unknown')}`}
        </p>
      </div>
      <RequestStateTag state={item.state} />
    </li>
  );
}
