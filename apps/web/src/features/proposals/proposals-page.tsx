import { Button, NativeSelect } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { PagedList } from '../../records/paged-list.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProposalRow } from '../../components/proposal-row.js';
import record from '../../components/record.module.css';
import { PartsList } from './dossier/parts-list.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { usePages } from '../../lib/pages.js';
import { mayWrite } from '../../lib/rights.js';
import { PROPOSAL_STATES, proposalsQuery, type ProposalState } from '../../lib/proposals.js';

const route = getRouteApi('/signed-in/o/$organization/proposals');

export function ProposalsPage() {
  const text = useText();
  const organization = useActingOrganization();
  const { state } = route.useSearch();
  const navigate = route.useNavigate();
  const list = usePages(proposalsQuery(organization.id, state ? { state } : {}));
  const canWrite = mayWrite(organization, 'proposal.create');
  const begin = canWrite && (
    <Button
      renderRoot={(props) => (
        <Link
          to="/o/$organization/proposals/$proposalId"
          params={{ organization: organization.slug, proposalId: 'new' }}
          {...props}
        />
      )}
    >
      {text('proposal.begin')}
    </Button>
  );
  const choose = (next: string) =>
    void navigate({ search: next === '' ? {} : { state: next as ProposalState }, replace: true });
  return (
    <>
      <PageTitle title={text('nav.proposals')} lead={text('proposals.lead')} actions={begin} />
      <div className={record.filters}>
        <NativeSelect
          label={text('proposals.state')}
          value={state ?? ''}
          onChange={(event) => choose(event.currentTarget.value)}
          data={[
            { value: '', label: text('proposals.state.all') },
            ...PROPOSAL_STATES.map((value) => ({ value, label: text(`proposal.state.${value}`) })),
          ]}
        />
      </div>
      <PagedList
        list={list}
        rowHeight={64}
        onClear={state && (() => choose(''))}
        noneFiltered={text('proposals.none.filtered')}
        none={{ title: text('proposals.none'), text: text('proposal.none.text'), action: begin }}
      >
        {(proposals) => (
          <Panel
            rows={proposals.map((proposal) => (
              <ProposalRow key={proposal.id} proposal={proposal} />
            ))}
          />
        )}
      </PagedList>
      <div className={record.after}>
        <PartsList />
      </div>
    </>
  );
}
