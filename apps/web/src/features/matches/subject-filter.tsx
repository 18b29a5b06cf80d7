import { NativeSelect } from '@mantine/core';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { opportunitiesQuery } from '../../lib/opportunities.js';
import { usePages } from '../../lib/pages.js';
import { proposalsQuery } from '../../lib/proposals.js';

const MOST = 50;

/** Narrows the matches to those of one own proposal or opportunity, or of the organization as a whole. */
export function SubjectFilter(props: {
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const { value, onChange } = props;
  const text = useText();
  const { id, kind } = useActingOrganization();
  const proposals = usePages(proposalsQuery(id, { state: 'submitted', limit: MOST }));
  const opportunities = usePages(opportunitiesQuery(id, { mine: true, state: ['published'], limit: MOST }));
  const known = [
    ...proposals.items.map((each) => ({ value: `proposal:${each.id}`, label: each.title })),
    ...opportunities.items.map((each) => ({ value: `opportunity:${each.id}`, label: each.title })),
    ...(kind === 'secretariat'
      ? []
      : [{ value: `organization:${id}`, label: text('matches.subject.profile') }]),
  ];
  // A link may name what is not among them, a consulting request say.
  const isKnown = value === undefined || known.some((option) => option.value === value);
  return (
    <NativeSelect
      label={text('matches.subject')}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
      data={[
        { value: '', label: text('matches.subject.all') },
        ...known,
        ...(isKnown ? [] : [{ value, label: text('matches.subject.this') }]),
      ]}
    />
  );
}
