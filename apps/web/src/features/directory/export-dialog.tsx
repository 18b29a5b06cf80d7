import { Button, Checkbox } from '@mantine/core';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { Dialog } from '../../components/dialog.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, ifMatch, read } from '../../lib/api.js';
import type { DirectoryFilter } from '../../lib/directory.js';
import { queryClient } from '../../lib/query.js';
import { mayWrite } from '../../lib/rights.js';
import { saveAs } from '../../lib/save-as.js';

/** Takes the organizations of a search along as a file: those that agreed; and asks whether we do. */
export function ExportDialog({ filter, onClose }: { filter: DirectoryFilter; onClose: () => void }) {
  const text = useText();
  const take = useMutation({
    mutationFn: async () => {
      const rows = await read(
        api.GET('/api/v1/directory/export', { params: { query: filter }, parseAs: 'text' }),
      );
      // Reading it as text took the mark off by which spreadsheets know UTF-8.
      const file = new Blob(['\uFEFF', rows], { type: 'text/csv;charset=utf-8' });
      const count = rows.trim().split('\n').length - 1;
      if (count > 0) saveAs(file, 'ttn-directory.csv');
      return count;
    },
  });
  return (
    <Dialog title={text('export.title')} onClose={onClose}>
      <p>{text('export.text')}</p>
      {take.error && <ProblemNotice error={take.error} />}
      <p role="status">{take.isSuccess && text('export.done', { count: take.data })}</p>
      <div className={forms.bar}>
        <Button loading={take.isPending} onClick={() => take.mutate()}>
          {text('export.do')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {text('dialog.close')}
        </Button>
      </div>
      <OwnConsent />
    </Dialog>
  );
}

const consentQuery = (actingId: string) =>
  queryOptions({
    queryKey: ['o', actingId, 'directory', 'consent'],
    queryFn: ({ signal }) => read(api.GET('/api/v1/directory/consent', { signal })),
  });

/** Whether others may take our own card along. */
function OwnConsent() {
  const text = useText();
  const acting = useActingOrganization();
  const query = consentQuery(acting.id);
  const { data: consent } = useQuery(query);
  const say = useMutation({
    mutationFn: ({ agrees, version }: { agrees: boolean; version: number }) =>
      read(
        api.PUT('/api/v1/directory/consent', {
          params: { header: ifMatch(version) },
          body: { export: agrees },
        }),
      ),
    onSuccess: (said) => queryClient.setQueryData(query.queryKey, said),
    onError: () => void queryClient.invalidateQueries({ queryKey: query.queryKey }),
  });
  if (!consent) return null;
  return (
    <>
      {say.error && <ProblemNotice error={say.error} />}
      <Checkbox
        label={text('export.own', { organization: acting.name })}
        description={text('export.own.note')}
        checked={consent.export}
        disabled={!mayWrite(acting, 'organization.update') || say.isPending}
        onChange={({ currentTarget }) =>
          say.mutate({ agrees: currentTarget.checked, version: consent.version })
        }
      />
    </>
  );
}
