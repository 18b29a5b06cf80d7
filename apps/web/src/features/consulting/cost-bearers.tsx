import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import record from '../../components/record.module.css';
import forms from '../../forms/forms.module.css';
import { SearchedMultiSelect } from '../../forms/concept-picker.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { areShares, type CostBearer, shareOf, withBearers, WHOLE } from './bearers.js';
import { namedOrganizationsQuery } from './named-organizations.js';
import { OrganizationWord } from './organization-word.js';

const MOST_OTHERS = 9;

/** Who pays which part: others are found by name and given a share, and who asks pays what is left. */
export function CostBearers(props: {
  value: readonly CostBearer[];
  /** Not offered. */
  without: readonly string[];
  onChange: (bearers: CostBearer[]) => void;
}) {
  const { value, without, onChange } = props;
  const text = useText();
  const own = useActingOrganization();
  const [q, setQ] = useState('');
  const { data } = useQuery(namedOrganizationsQuery(own.id, q.trim()));
  const others = value.filter(({ organizationId }) => organizationId !== own.id);
  const chosen = others.map(({ organizationId }) => organizationId);
  const set = (ids: readonly string[], shares: ReadonlyMap<string, number>) =>
    onChange(withBearers(own.id, ids.slice(0, MOST_OTHERS), shares));
  const shares = new Map(
    others.map(({ organizationId, shareBasisPoints }) => [organizationId, shareBasisPoints]),
  );
  const ownShare = shareOf(value, own.id) / (WHOLE / 100);
  const found = (data?.items ?? []).filter(({ id }) => ![own.id, ...chosen, ...without].includes(id));
  return (
    <fieldset className={forms.group}>
      <legend className={forms.legend}>{text('way.bearers')}</legend>
      <SearchedMultiSelect
        name="costBearers"
        label={text('way.bearers.others')}
        description={text('way.bearers.note')}
        data={found.map(({ id, name }) => ({ value: id, label: name }))}
        value={[]}
        searchValue={q}
        onSearchChange={setQ}
        onChange={(ids) => {
          setQ('');
          set([...chosen, ...ids], shares);
        }}
      />
      {others.length > 0 && (
        <div className={record.stack}>
          {others.map(({ organizationId, shareBasisPoints }) => (
            <div key={organizationId} className={forms.pair}>
              <ShareField
                id={organizationId}
                share={shareBasisPoints}
                onChange={(share) => set(chosen, new Map(shares).set(organizationId, share))}
              />
              <div>
                <Button
                  variant="subtle"
                  onClick={() =>
                    set(
                      chosen.filter((id) => id !== organizationId),
                      shares,
                    )
                  }
                >
                  {text('way.bearers.remove')} <OrganizationWord id={organizationId} />
                </Button>
              </div>
            </div>
          ))}
        </div>
      )}
      <p className={forms.echo} role="status">
        {others.length > 0 && (areShares(value) ? text('way.bearers.own', { share: ownShare }) : '')}
      </p>
      {!areShares(value) && <p className={forms.wrong}>{text('way.bearers.too-much')}</p>}
    </fieldset>
  );
}

/** Per cent of the whole, to two digits after the point. What is no share yet stays in the field alone. */
function ShareField(props: { id: string; share: number; onChange: (share: number) => void }) {
  const { id, share, onChange } = props;
  const text = useText();
  const [written, setWritten] = useState(() => String(share / (WHOLE / 100)));
  const isShare = readShare(written) !== null;
  return (
    <TextInput
      id={`share-${id}`}
      label={
        <>
          <OrganizationWord id={id} /> · {text('way.bearers.share')}
        </>
      }
      inputMode="decimal"
      autoComplete="off"
      value={written}
      error={isShare ? undefined : text('way.bearers.wrong')}
      onChange={(event) => {
        setWritten(event.currentTarget.value);
        const read = readShare(event.currentTarget.value);
        if (read !== null) onChange(read);
      }}
    />
  );
}

function readShare(written: string): number | null {
  if (!/^\d{1,3}([.,]\d{1,2})?$/.test(written.trim())) return null;
  const share = Math.round(Number(written.trim().replace(',', '.')) * (WHOLE / 100));
  return share >= 1 && share <= WHOLE ? share : null;
}
