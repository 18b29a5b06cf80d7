import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState } from 'react';
import { PageTitle } from '../../components/page-title.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { proposalQuery } from '../../lib/proposals.js';
import { ProposalView } from './proposal-view.js';

const ProposalEditor = lazy(async () => ({
  default: (await import('./proposal-editor.js')).ProposalEditor,
}));

const route = getRouteApi('/signed-in/o/$organization/proposals/$proposalId');

/** A draft is written here, what was handed in is read; `new` is a draft the server does not know yet. */
export function ProposalPage() {
  const organization = useActingOrganization();
  const { proposalId } = route.useParams();
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
  return (
    <Suspense fallback={<Waiting rows={4} height={96} />}>
      <ProposalEditor key={open.key} proposal={proposal ?? null} onBegun={onBegun} />
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
