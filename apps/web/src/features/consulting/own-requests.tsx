import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { requestsQuery } from './requests.js';
import { usePages } from '../../lib/pages.js';
import { mayWrite } from '../../lib/rights.js';
import { PagedList } from '../../records/paged-list.js';
import { RequestRow } from './request-row.js';
import { WayDoors } from './way-doors.js';

export function OwnRequests() {
  const text = useText();
  const organization = useActingOrganization();
  const list = usePages(requestsQuery(organization.id));
  const begin = mayWrite(organization, 'consulting-request.create') && (
    <Button
      renderRoot={(props) => (
        <Link
          to="/o/$organization/consulting/$requestId"
          params={{ organization: organization.slug, requestId: 'new' }}
          {...props}
        />
      )}
    >
      {text('consulting.begin')}
    </Button>
  );
  return (
    <>
      <PageTitle
        title={text('nav.consulting')}
        lead={text('consulting.lead')}
        actions={
          <>
            <WayDoors doors={['engagements', 'library']} />
            {begin}
          </>
        }
      />
      <PagedList
        list={list}
        rowHeight={64}
        noneFiltered=""
        none={{ title: text('consulting.none'), text: text('consulting.none.text'), action: begin }}
      >
        {(requests) => (
          <Panel
            rows={requests.map((request) => (
              <RequestRow key={request.id} request={request} />
            ))}
          />
        )}
      </PagedList>
    </>
  );
}
