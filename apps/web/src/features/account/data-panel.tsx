import { Button } from '@mantine/core';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { api, read } from '../../lib/api.js';
import { saveAs } from '../../lib/save-as.js';
import { useGuarded } from './proof.js';
import { type DataExport, exportsQuery, refreshAccount } from './security.js';

/** A copy of everything TTN holds of the person. */
export function DataPanel() {
  const text = useText();
  const guarded = useGuarded();
  const { data: copies } = useSuspenseQuery(exportsQuery);
  const request = useMutation({
    mutationFn: () => guarded(() => read(api.POST('/api/v1/data-exports'))),
    onSuccess: refreshAccount,
  });
  return (
    <Panel
      title={text('security.data')}
      rows={copies.length > 0 && copies.map((copy) => <CopyRow key={copy.id} copy={copy} />)}
    >
      <div className={forms.form}>
        <p>{text('security.data.text')}</p>
        {request.error && <ProblemNotice error={request.error} />}
        <div>
          <Button variant="default" loading={request.isPending} onClick={() => request.mutate()}>
            {text('security.data.request')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

function CopyRow({ copy }: { copy: DataExport }) {
  const text = useText();
  const intl = useIntl();
  const { id, state, bytes, createdAt, expiresAt } = copy;
  const download = useMutation({
    mutationFn: async () => {
      const params = { path: { id } };
      const content = await read(
        api.GET('/api/v1/data-exports/{id}/content', { params, parseAs: 'blob' }) as Promise<{
          data?: Blob;
          error?: unknown;
          response: Response;
        }>,
      );
      saveAs(content, 'ttn-data.json');
    },
  });
  const size = intl.formatNumber(Math.max(1, Math.round(bytes / 1_000)), {
    style: 'unit',
    unit: 'kilobyte',
  });
  return (
    <li className={record.row}>
      <div className={record.main} role="status">
        <div>
          {text('security.data.of')} <LocalTime at={createdAt} />
        </div>
        <div className={record.sub}>
          {state === 'ready' ? (
            <>
              {size} · {text('security.data.until')} <LocalTime at={expiresAt} />
            </>
          ) : (
            text('security.data.preparing')
          )}
        </div>
        {download.error && <ProblemNotice error={download.error} />}
      </div>
      {state === 'ready' && (
        <div className={record.side}>
          <Button loading={download.isPending} onClick={() => download.mutate()}>
            {text('security.data.download')}
          </Button>
        </div>
      )}
    </li>
  );
}
