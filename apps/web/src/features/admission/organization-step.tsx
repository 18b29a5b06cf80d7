import { useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { Callout } from '../../components/callout.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { SavedState } from '../../components/saved-state.js';
import { Autosave } from '../../forms/autosave.js';
import { ChangedElsewhere } from '../../forms/changed-elsewhere.js';
import forms from '../../forms/forms.module.css';
import { useAutosave } from '../../forms/use-autosave.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { connectionState } from '../../lib/connection.js';
import { useCountryName } from '../../lib/countries.js';
import { useMe } from '../../lib/me.js';
import type { Organization } from '../../lib/organizations.js';
import { OrganizationFields } from './organization-fields.js';
import { organizationFormOf, organizationRecord } from './organization-form.js';
import { useOrganizationErrors } from './organization-errors.js';
import { membersByName } from './organizations-by-name.js';

/** The facts of the applicant, and those who take part under a similar name. */
export function OrganizationStep({ organization }: { organization: Organization }) {
  const text = useText();
  const me = useMe();
  const { autosave, editing } = useAutosave(() => {
    const { id, version } = organization;
    const start = { id, version, form: organizationFormOf(organization) };
    return new Autosave(organizationRecord(me.id, id), start, connectionState);
  });
  const { form, saved, problem } = editing;
  const refusal = saved.state === 'failed' ? problem : null;
  const errors = useOrganizationErrors(form, refusal, true);
  return (
    <>
      {refusal !== null && errors.length === 0 && <ProblemNotice error={refusal} />}
      <ChangedElsewhere
        editing={editing}
        nameOf={(field) => text(`admission.organization.${field}`)}
        show={(_, value) => String(value)}
      />
      <div className={forms.section}>
        <OrganizationFields
          isBegun
          form={form}
          set={(field, value) => autosave.set(field, value)}
          errorOf={(field) => errors.find((error) => error.field === field)?.message}
        />
        <SavedState saved={saved} />
      </div>
      <SimilarNames names={[form.name, form.nameLocal]} />
    </>
  );
}

/** Not a refusal: the secretariat looks at it. Whoever finds their own organization here saves themselves the way. */
function SimilarNames({ names }: { names: readonly string[] }) {
  const text = useText();
  const acting = useActingOrganization();
  const countryName = useCountryName();
  const [name = '', nameLocal = ''] = useDebouncedValue(names, 400)[0];
  const latin = useQuery(membersByName(acting.id, name)).data ?? [];
  const local = useQuery(membersByName(acting.id, nameLocal)).data ?? [];
  const found = new Map([...latin, ...local].map((card) => [card.id, card]));
  found.delete(acting.id);
  return (
    <div role="status">
      {found.size > 0 && (
        <Callout tone="warning" title={text('admission.similar')}>
          <ul>
            {[...found.values()].slice(0, 5).map((card) => (
              <li key={card.id}>
                {card.name} · {text(`organization.kind.${card.kind}`)}, {countryName(card.country)}
              </li>
            ))}
          </ul>
          <p>{text('admission.similar.text')}</p>
        </Callout>
      )}
    </div>
  );
}
