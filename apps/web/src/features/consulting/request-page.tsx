import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState } from 'react';
import { PageTitle } from '../../components/page-title.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { requestQuery } from './requests.js';
import { RequestView } from './request-view.js';

const RequestEditor = lazy(async () => ({
  default: (await import('./request-editor.js')).RequestEditor,
}));

const route = getRouteApi('/signed-in/o/$organization/consulting/$requestId');

/** A draft is written here, what was sent is read; `new` is a draft the server does not know yet. */
export function RequestPage() {
  const organization = useActingOrganization();
  const { requestId } = route.useParams();
  const navigate = route.useNavigate();
  const isNew = requestId === 'new';
  const { data: request, error } = useQuery({
    ...requestQuery(organization.id, requestId),
    enabled: !isNew,
  });

  // The editor that began a request goes on with it when the address learns its id.
  const [open, setOpen] = useState({ id: requestId, key: 0, begun: '' });
  if (open.id !== requestId) {
    setOpen({ id: requestId, key: open.begun === requestId ? open.key : open.key + 1, begun: '' });
  }
  const onBegun = useCallback(
    (id: string) => {
      setOpen((now) => ({ ...now, begun: id }));
      void navigate({
        params: (params) => ({ ...params, requestId: id }),
        replace: true,
        state: (state) => ({ ...state, keepsFocus: true }),
      });
    },
    [navigate],
  );

  if (!isNew && error && !request) return <Missing error={error} />;
  if (!isNew && !request) return <Waiting rows={4} height={96} />;
  if (request && !request.abilities.update) return <RequestView request={request} />;
  return (
    <Suspense fallback={<Waiting rows={4} height={96} />}>
      <RequestEditor key={open.key} request={request ?? null} onBegun={onBegun} />
    </Suspense>
  );
}

function Missing({ error }: { error: unknown }) {
  const text = useText();
  return (
    <>
      <PageTitle title={text('consulting.one')} />
      <ProblemNotice error={error} />
    </>
  );
}
