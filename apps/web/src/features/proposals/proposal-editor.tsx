import { useIntl } from 'react-intl';
import { Autosave } from '../../forms/autosave.js';
import { RecordEditor } from '../../forms/record-editor.js';
import { useAutosave } from '../../forms/use-autosave.js';
import { useBegun } from '../../forms/use-begun.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { connectionState } from '../../lib/connection.js';
import { useMe } from '../../lib/me.js';
import type { Proposal } from '../../lib/proposals.js';
import { mayWrite } from '../../lib/rights.js';
import { blankProposal, formOf, proposalRecord } from './proposal-form.js';
import { ProposalFields } from './proposal-fields.js';
import { ProposalOutline } from './proposal-outline.js';
import { useSubmitProposal } from './submit-proposal.js';
import { useValueText } from './value-text.js';

/** Writes a draft. There is no save button: every letter is kept, and the bar above says where. */
export function ProposalEditor(props: {
  proposal: Proposal | null;
  /** The call a new proposal answers. */
  callId: string | null;
  onBegun: (id: string) => void;
}) {
  const { proposal, callId, onBegun } = props;
  const text = useText();
  const { locale } = useIntl();
  const me = useMe();
  const organization = useActingOrganization();
  const { autosave, editing } = useAutosave(
    () =>
      new Autosave(
        proposalRecord(me.id, organization.id, callId),
        proposal
          ? { id: proposal.id, version: proposal.version, form: formOf(proposal) }
          : { id: null, version: null, form: blankProposal(locale) },
        connectionState,
      ),
  );
  useBegun(editing.id, proposal !== null, onBegun);
  const submit = useSubmitProposal(autosave);
  const waiting = organization.state === 'applicant' ? 'applicant' : 'other';
  return (
    <RecordEditor
      editing={editing}
      words={{
        untitled: text('proposals.new'),
        lead: text('proposals.editor.lead'),
        nameOf: (field) => text(`proposals.field.${field}`),
        show: useValueText(),
      }}
      unready={
        mayWrite(organization, 'proposal.submit') ? undefined : text(`proposals.submit.not-yet.${waiting}`)
      }
      finish={{
        label: text('proposals.submit'),
        needed: [
          { field: 'title', missing: text('proposals.missing.title') },
          { field: 'summary', missing: text('proposals.missing.summary') },
        ],
        isPending: submit.isPending,
        error: submit.error,
        run: submit.mutate,
      }}
      fields={(errorOf) => (
        <ProposalFields
          form={editing.form}
          set={(field, value) => {
            submit.reset();
            autosave.set(field, value);
          }}
          errorOf={errorOf}
        />
      )}
      aside={<ProposalOutline form={editing.form} />}
    />
  );
}
