import { useQuery } from '@tanstack/react-query';
import { SearchedMultiSelect } from '../../forms/concept-picker.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { decidersQuery } from './call-requests.js';

/** Which cities decide, or whether the secretariat does; found by name. Never who runs the call. */
export function DecidersField(props: {
  runnerId: string;
  value: string[];
  onChange: (ids: string[]) => void;
  error: string | undefined;
}) {
  const { runnerId, ...rest } = props;
  const text = useText();
  const organization = useActingOrganization();
  const { data: known = [] } = useQuery(decidersQuery(organization.id));
  return (
    <SearchedMultiSelect
      name="decidingOrganizationIds"
      label={text('calls.field.decidingOrganizationIds')}
      description={text('calls.field.decidingOrganizationIds.note')}
      data={known.filter(({ id }) => id !== runnerId).map(({ id, name }) => ({ value: id, label: name }))}
      {...rest}
    />
  );
}
