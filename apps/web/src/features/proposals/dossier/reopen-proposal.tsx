import { Button } from '@mantine/core';
import { ProblemNotice } from '../../../components/problem-notice.js';
import { useText } from '../../../i18n/use-text.js';
import { api, read } from '../../../lib/api.js';
import type { Proposal } from '../../../lib/proposals.js';
import { useAct } from './dossiers.js';

/** What was taken back is a draft again; in a call before its deadline. */
export function ReopenProposal({ proposal: { id } }: { proposal: Proposal }) {
  const text = useText();
  const reopen = useAct(id, () =>
    read(api.POST('/api/v1/proposals/{id}/reopen', { params: { path: { id } } })),
  );
  return (
    <div>
      <Button variant="default" loading={reopen.isPending} onClick={() => reopen.mutate()}>
        {text('dossier.reopen')}
      </Button>
      {reopen.error && <ProblemNotice error={reopen.error} />}
    </div>
  );
}
