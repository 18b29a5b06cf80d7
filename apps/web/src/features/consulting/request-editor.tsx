import { useIntl } from 'react-intl';
import { Autosave } from '../../forms/autosave.js';
import { RecordEditor } from '../../forms/record-editor.js';
import { useAutosave } from '../../forms/use-autosave.js';
import { useBegun } from '../../forms/use-begun.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { connectionState } from '../../lib/connection.js';
import { useMe } from '../../lib/me.js';
import type { MessageId } from '../../i18n/locales.js';
import { RequestFields } from './request-fields.js';
import { blankRequest, formOf, type RequestForm, requestRecord } from './request-form.js';
import { RequestOutline } from './request-outline.js';
import type { ConsultingRequest } from './requests.js';
import { useSubmitRequest } from './submit-request.js';
import { useValueText } from './value-text.js';

const NAMES = {
  kind: 'way.field.kind',
  goal: 'way.field.goal',
  budgetFrom: 'way.field.budgetFrom',
  namedConsultants: 'way.field.named',
  costBearers: 'way.bearers',
} as const satisfies Partial<Record<keyof RequestForm, MessageId>>;
const isOfWay = (field: keyof RequestForm): field is keyof typeof NAMES => field in NAMES;

/** Writes a draft. There is no save button: every letter is kept, and the bar above says where. */
export function RequestEditor(props: { request: ConsultingRequest | null; onBegun: (id: string) => void }) {
  const { request, onBegun } = props;
  const text = useText();
  const { locale } = useIntl();
  const me = useMe();
  const organization = useActingOrganization();
  const { autosave, editing } = useAutosave(
    () =>
      new Autosave(
        requestRecord(me.id, organization.id),
        request
          ? { id: request.id, version: request.version, form: formOf(request) }
          : { id: null, version: null, form: blankRequest(locale) },
        connectionState,
      ),
  );
  useBegun(editing.id, request !== null, onBegun);
  const submit = useSubmitRequest(autosave);
  const isCommittee = editing.form.kind === 'committee';
  return (
    <RecordEditor
      editing={editing}
      words={{
        untitled: text('consulting.new'),
        lead: text(isCommittee ? 'way.editor.committee' : 'consulting.editor.lead'),
        nameOf: (field) => text(isOfWay(field) ? NAMES[field] : `consulting.field.${field}`),
        show: useValueText(),
      }}
      finish={{
        label: text(isCommittee ? 'way.submit.committee' : 'consulting.submit'),
        needed: [
          { field: 'title', missing: text('consulting.missing.title') },
          { field: 'text', missing: text('consulting.missing.text') },
          ...(isCommittee ? [{ field: 'goal', missing: text('way.missing.goal') } as const] : []),
        ],
        isPending: submit.isPending,
        error: submit.error,
        run: submit.mutate,
      }}
      fields={(errorOf) => (
        <RequestFields
          form={editing.form}
          set={(field, value) => {
            submit.reset();
            autosave.set(field, value);
          }}
          errorOf={errorOf}
        />
      )}
      aside={<RequestOutline form={editing.form} />}
    />
  );
}
