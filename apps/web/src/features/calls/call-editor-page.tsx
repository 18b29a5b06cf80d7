import { useQuery } from '@tanstack/react-query';
import { Navigate, useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { PageTitle } from '../../components/page-title.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { CallEditor } from './call-editor.js';
import { callQuery } from './call-requests.js';

/** Writes the draft of a call; `new` is one the server does not know yet. */
export function CallEditorPage({ callId }: { callId: string }) {
  const text = useText();
  const organization = useActingOrganization();
  const navigate = useNavigate();
  const isNew = callId === 'new';
  const query = useQuery({ ...callQuery(organization.id, callId), enabled: !isNew });

  // The editor that began a call goes on with it when the address learns its id.
  const [open, setOpen] = useState({ id: callId, key: 0, begun: '' });
  if (open.id !== callId) {
    setOpen({ id: callId, key: open.begun === callId ? open.key : open.key + 1, begun: '' });
  }
  const { slug } = organization;
  const onBegun = useCallback(
    (id: string) => {
      setOpen((now) => ({ ...now, begun: id }));
      void navigate({
        to: '/o/$organization/calls/$',
        params: { organization: slug, _splat: `${id}/edit` },
        replace: true,
        state: (state) => ({ ...state, keepsFocus: true }),
      });
    },
    [navigate, slug],
  );

  const call = query.data;
  if (!isNew && query.error && !call) {
    return (
      <>
        <PageTitle title={text('calls.one')} />
        <ProblemNotice error={query.error} />
      </>
    );
  }
  if (!isNew && !call) return <Waiting rows={4} height={96} />;
  if (call && !call.abilities.update) {
    return (
      <Navigate to="/o/$organization/calls/$" params={{ organization: slug, _splat: call.id }} replace />
    );
  }
  return <CallEditor key={open.key} call={call ?? null} onBegun={onBegun} />;
}
