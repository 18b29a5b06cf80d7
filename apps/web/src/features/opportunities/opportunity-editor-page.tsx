import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { PageTitle } from '../../components/page-title.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { opportunityQuery } from '../../lib/opportunities.js';
import { OpportunityEditor } from './opportunity-editor.js';

const route = getRouteApi('/signed-in/o/$organization/opportunities/$opportunityId/edit');

/** Writes an opportunity; `new` is one the server does not know yet. */
export function OpportunityEditorPage() {
  const text = useText();
  const organization = useActingOrganization();
  const { opportunityId } = route.useParams();
  const navigate = route.useNavigate();
  const isNew = opportunityId === 'new';
  const query = useQuery({ ...opportunityQuery(organization.id, opportunityId), enabled: !isNew });

  // The editor that began an opportunity goes on with it when the address learns its id.
  const [open, setOpen] = useState({ id: opportunityId, key: 0, begun: '' });
  if (open.id !== opportunityId) {
    setOpen({ id: opportunityId, key: open.begun === opportunityId ? open.key : open.key + 1, begun: '' });
  }
  const onBegun = useCallback(
    (id: string) => {
      setOpen((now) => ({ ...now, begun: id }));
      void navigate({
        params: (params) => ({ ...params, opportunityId: id }),
        replace: true,
        state: (state) => ({ ...state, keepsFocus: true }),
      });
    },
    [navigate],
  );

  const opportunity = query.data;
  if (!isNew && query.error && !opportunity) {
    return (
      <>
        <PageTitle title={text('opportunities.one')} />
        <ProblemNotice error={query.error} />
      </>
    );
  }
  if (!isNew && !opportunity) return <Waiting rows={4} height={96} />;
  if (opportunity && !opportunity.abilities.update) {
    return (
      <Navigate
        to="/o/$organization/opportunities/$opportunityId"
        params={{ organization: organization.slug, opportunityId }}
        replace
      />
    );
  }
  return <OpportunityEditor key={open.key} opportunity={opportunity ?? null} onBegun={onBegun} />;
}
