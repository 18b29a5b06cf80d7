import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState } from 'react';
import { PageTitle } from '../../components/page-title.js';
import record from '../../components/record.module.css';
import { ProblemNotice } from '../../components/problem-notice.js';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { type Proposal, proposalQuery } from '../../lib/proposals.js';
import { DossierPanels } from './dossier/dossier-panels.js';
import { ProposalView } from './proposal-view.js';

const ProposalEditor = lazy(async () => ({
  default: (await import('./proposal-editor.js')).ProposalEditor,
}));

const route = getRouteApi('/signed-in/o/$organization/proposals/$proposalId');

/** A draft is written here, what was handed in is read; `new` is a draft the server does not know yet. */
export function ProposalPage() {
  const organization = useActingOrganization();
  const { proposalId } = route.useParams();
  const { call: callId } = route.useSearch();
  const navigate = route.useNavigate();
  const isNew = proposalId === 'new';
  const query = useQuery({ ...proposalQuery(organization.id, proposalId), enabled: !isNew });

  // The editor that began a proposal goes on with it when the address learns its id.
  const [open, setOpen] = useState({ id: proposalId, key: 0, begun: '' });
  if (open.id !== proposalId) {
    setOpen({ id: proposalId, key: open.begun === proposalId ? open.key : open.key + 1, begun: '' });
  }
  const onBegun = useCallback(
    (id: string) => {
      setOpen((now) => ({ ...now, begun: id }));
      void navigate({
        params: (params) => ({ ...params, proposalId: id }),
        replace: true,
        state: (state) => ({ ...state, keepsFocus: true }),
      });
    },
    [navigate],
  );

  const proposal = query.data;
  if (!isNew && query.error && !proposal) return <Missing error={query.error} />;
  if (!isNew && !proposal) return <Waiting rows={4} height={96} />;
  if (proposal && !proposal.abilities.update) return <ProposalView proposal={proposal} />;
  return <Writing key={open.key} proposal={proposal ?? null} callId={callId ?? null} onBegun={onBegun} />;
}

/** The fields, and around them everything that a consortium gathers once the server knows the draft. */
function Writing(props: { proposal: Proposal | null; callId: string | null; onBegun: (id: string) => void }) {
  const { proposal } = props;
  return (
    <Suspense fallback={<Waiting rows={4} height={96} />}>
      <ProposalEditor {...props} />
      {proposal && (
        <div className={record.after}>
          <DossierPanels key={proposal.id} proposal={proposal} />
        </div>
      )}
    </Suspense>
  );
}

function Missing({ error }: { error: unknown }) {
  const text = useText();
  return (
    <>
      <PageTitle title={text('proposals.one')} />
      <ProblemNotice error={error} />
    </>
  );
}
