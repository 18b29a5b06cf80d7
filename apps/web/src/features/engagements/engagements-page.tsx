import { SegmentedControl } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { LocalTime } from '../../components/local-time.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { usePages } from '../../lib/pages.js';
import { PagedList } from '../../records/paged-list.js';
import { CalendarFeedPanel } from './calendar-feed-panel.js';
import { engagementsQuery, type ListedEngagement } from './engagements.js';
import { useNameOf } from './organization-names.js';
import { CURRENT, OVER, STATE_TONES } from './tones.js';

/** Engagements of the acting organization, whichever side it is on; for the secretariat all. */
export function EngagementsPage() {
  const text = useText();
  const organization = useActingOrganization();
  const [shown, setShown] = useState('current');
  const list = usePages(engagementsQuery(organization.id, shown === 'current' ? CURRENT : OVER));
  return (
    <div className={record.stack}>
      <PageTitle title={text('engagements.title')} lead={text('engagements.lead')} />
      <div>
        <SegmentedControl
          aria-label={text('engagements.shown')}
          value={shown}
          onChange={setShown}
          data={[
            { value: 'current', label: text('engagements.shown.current') },
            { value: 'over', label: text('engagements.shown.over') },
          ]}
        />
      </div>
      <PagedList
        list={list}
        rowHeight={72}
        noneFiltered=""
        none={{ title: text('engagements.none'), text: text('engagements.none.text') }}
      >
        {(engagements) => (
          <Panel
            rows={engagements.map((engagement) => (
              <Row key={engagement.id} engagement={engagement} />
            ))}
          />
        )}
      </PagedList>
      <CalendarFeedPanel />
    </div>
  );
}

function Row({ engagement }: { engagement: ListedEngagement }) {
  const text = useText();
  const nameOf = useNameOf();
  const { slug } = useActingOrganization();
  const { id, title, state, requester, consultant, signatureDueAt } = engagement;
  return (
    <li className={record.row}>
      <div className={record.main}>
        <Link
          to="/o/$organization/engagements/$engagementId"
          params={{ organization: slug, engagementId: id }}
        >
          {title}
        </Link>
        <div className={record.sub}>
          {text('engagements.between', { requester: nameOf(requester), consultant: nameOf(consultant) })}
        </div>
      </div>
      <div className={record.side}>
        {signatureDueAt && (
          <span className={record.sub}>
            {text('engagements.sign-by')} <LocalTime at={signatureDueAt} as="deadline" />
          </span>
        )}
        <Tag tone={STATE_TONES[state]}>{text(`engagements.state.${state}`)}</Tag>
      </div>
    </li>
  );
}
