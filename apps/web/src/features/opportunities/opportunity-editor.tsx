import { useNavigate } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { Autosave } from '../../forms/autosave.js';
import { RecordEditor } from '../../forms/record-editor.js';
import { useAutosave } from '../../forms/use-autosave.js';
import { useBegun } from '../../forms/use-begun.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { connectionState } from '../../lib/connection.js';
import { useMe } from '../../lib/me.js';
import type { Opportunity } from '../../lib/opportunities.js';
import { LiveCheck } from './opportunity-check.js';
import { OpportunityFields } from './opportunity-fields.js';
import { blankOpportunity, formOf, opportunityRecord } from './opportunity-form.js';
import { usePublishOpportunity } from './opportunity-verbs.js';

/**
 * Writes an opportunity. A draft saves itself; of a published one, which others read, changes go out when its
 * writer says so.
 */
export function OpportunityEditor(props: { opportunity: Opportunity | null; onBegun: (id: string) => void }) {
  const { opportunity, onBegun } = props;
  const text = useText();
  const { locale } = useIntl();
  const me = useMe();
  const organization = useActingOrganization();
  const navigate = useNavigate();
  const isPublished = opportunity !== null && opportunity.publishedAt !== null;
  const { autosave, editing } = useAutosave(
    () =>
      new Autosave(
        opportunityRecord(me.id, organization.id),
        opportunity
          ? { id: opportunity.id, version: opportunity.version, form: formOf(opportunity) }
          : { id: null, version: null, form: blankOpportunity(locale) },
        connectionState,
        !isPublished,
      ),
  );
  useBegun(editing.id, opportunity !== null, onBegun);
  const publish = usePublishOpportunity(autosave);
  const leave = (opportunityId: string) =>
    navigate({
      to: '/o/$organization/opportunities/$opportunityId',
      params: { organization: organization.slug, opportunityId },
    });
  const finish = async () => {
    if (!isPublished) await publish.mutateAsync().then((published) => leave(published.id));
    else if (await autosave.save()) await leave(opportunity.id);
  };
  return (
    <RecordEditor
      editing={editing}
      words={{
        untitled: text('opportunities.new'),
        lead: text(isPublished ? 'opportunities.editor.published' : 'opportunities.editor.draft'),
        nameOf: (field) => text(`opportunities.field.${field}`),
        show: (_, value) => (typeof value === 'string' ? value : text('forms.changed-elsewhere.other')),
      }}
      finish={{
        label: text(isPublished ? 'opportunities.save' : 'opportunities.publish'),
        needed: [
          { field: 'title', missing: text('opportunities.missing.title') },
          { field: 'text', missing: text('opportunities.missing.text') },
        ],
        isPending: publish.isPending,
        error: publish.error,
        // What is refused is told by `publish.error` and by what is being edited.
        run: () => void finish().catch(() => undefined),
      }}
      aside={<LiveCheck id={editing.id} form={editing.form} />}
      fields={(errorOf) => (
        <OpportunityFields
          form={editing.form}
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
