import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { Autosave } from '../../forms/autosave.js';
import { RecordEditor } from '../../forms/record-editor.js';
import { useAutosave } from '../../forms/use-autosave.js';
import { useBegun } from '../../forms/use-begun.js';
import { useSending } from '../../forms/use-sending.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { connectionState } from '../../lib/connection.js';
import { useMe } from '../../lib/me.js';
import { CallFields } from './call-fields.js';
import { blankCall, callRecord, formOf } from './call-form.js';
import { acceptCall, type Call, checkQuery } from './call-requests.js';
import { Findings } from './findings.js';

/** Writes the draft of a call, which saves itself; beside it what is still missing for publication. */
export function CallEditor({ call, onBegun }: { call: Call | null; onBegun: (id: string) => void }) {
  const text = useText();
  const { locale, timeZone = 'UTC' } = useIntl();
  const me = useMe();
  const organization = useActingOrganization();
  const navigate = useNavigate();
  const { autosave, editing } = useAutosave(
    () =>
      new Autosave(
        callRecord(me.id, organization.id),
        call
          ? { id: call.id, version: call.version, form: formOf(call) }
          : { id: null, version: null, form: blankCall(locale, timeZone) },
        connectionState,
      ),
  );
  useBegun(editing.id, call !== null, onBegun);
  const publish = useSending(
    autosave,
    (id, version) =>
      read(api.POST('/api/v1/calls/{id}/publish', { params: { path: { id }, header: ifMatch(version) } })),
    (published) => acceptCall(organization.id, published),
  );
  const finish = async (): Promise<void> => {
    const { id } = await publish.mutateAsync();
    await navigate({
      to: '/o/$organization/calls/$',
      params: { organization: organization.slug, _splat: id },
    });
  };
  return (
    <RecordEditor
      editing={editing}
      words={{
        untitled: text('calls.new'),
        lead: text('calls.editor.lead'),
        nameOf: (field) => text(`calls.field.${field}`),
        show: (_, value) => (typeof value === 'string' ? value : text('forms.changed-elsewhere.other')),
      }}
      finish={{
        label: text('calls.publish'),
        needed: [
          { field: 'title', missing: text('calls.missing.title') },
          { field: 'summary', missing: text('calls.missing.summary') },
        ],
        isPending: publish.isPending,
        error: publish.error,
        // What is refused is told by `publish.error` and by what is being edited.
        run: () => void finish().catch(() => undefined),
      }}
      aside={<CheckList id={editing.id} version={editing.version} />}
      fields={(errorOf) => (
        <CallFields
          form={editing.form}
          runnerId={organization.id}
          set={(field, value) => {
            publish.reset();
            autosave.set(field, value);
          }}
          errorOf={errorOf}
        />
      )}
    />
  );
}

/** What the saved draft still lacks, or contradicts. */
function CheckList({ id, version }: { id: string | null; version: number | null }) {
  const text = useText();
  const organization = useActingOrganization();
  const { data } = useQuery(checkQuery(organization.id, id, version));
  return (
    <Panel title={text('calls.check')}>
      <div aria-live="polite">
        {data ? (
          <Findings findings={data.findings} />
        ) : (
          <p className={record.sub}>{text('calls.check.soon')}</p>
        )}
      </div>
    </Panel>
  );
}
