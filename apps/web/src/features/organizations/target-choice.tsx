import { Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { TextField } from '../../components/field.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { useCountryName } from '../../lib/countries.js';
import type { Organization } from '../../lib/organizations.js';
import { type Card, duplicatesQuery, type Finding, namedQuery } from './merger.js';

/** Which organization goes on: one that was recognised as the same, or any other of its kind by name. */
export function TargetChoice(props: {
  from: Organization;
  chosen: Card | null;
  onChoose: (card: Card) => void;
}) {
  const { from, chosen, onChoose } = props;
  const text = useText();
  const acting = useActingOrganization();
  const [name, setName] = useState('');
  const q = useDeferredValue(name.trim());
  const suspected = useQuery(duplicatesQuery(acting.id, from.id));
  const named = useQuery(namedQuery(acting.id, from.kind, q));
  const same = (suspected.data?.items ?? []).filter(({ organization }) => organization.state !== 'closed');
  const known = new Set([from.id, ...same.map(({ organization }) => organization.id)]);
  const others = (named.data?.items ?? []).filter(({ id }) => !known.has(id));
  const cards = [...same.map(({ organization }) => organization), ...others];
  const option = (card: Card, findings: readonly Finding[]) => (
    <Option key={card.id} card={card} findings={findings} />
  );
  return (
    <div className={forms.form}>
      {suspected.error && <ProblemNotice error={suspected.error} />}
      <TextField
        name="target"
        type="search"
        label={text('merger.search')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {cards.length === 0 ? (
        <p className={forms.note} role="status">
          {text(q === '' ? 'merger.none-suspected' : 'merger.none-named')}
        </p>
      ) : (
        <Radio.Group
          label={text('merger.candidates')}
          value={chosen?.id ?? ''}
          onChange={(id) => {
            const card = cards.find((each) => each.id === id);
            if (card) onChoose(card);
          }}
        >
          <div className={forms.form}>
            {same.map(({ organization, findings }) => option(organization, findings))}
            {others.map((card) => option(card, []))}
          </div>
        </Radio.Group>
      )}
    </div>
  );
}

function Option({ card, findings }: { card: Card; findings: readonly Finding[] }) {
  const text = useText();
  const countryName = useCountryName();
  const because = findings.map((finding) =>
    text(`merger.because.${finding.because}`, { what: finding.matched }),
  );
  return (
    <Radio
      value={card.id}
      label={card.nameLocal && card.nameLocal !== card.name ? `${card.name} · ${card.nameLocal}` : card.name}
      description={[countryName(card.country), card.slug, ...because].join(' · ')}
    />
  );
}
