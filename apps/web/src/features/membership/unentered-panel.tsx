import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useIntl } from 'react-intl';
import { TextField } from '../../components/field.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import forms from '../../forms/forms.module.css';
import { MoneyField, NO_MONEY, readMoney } from '../../forms/money-field.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { useCountryName } from '../../lib/countries.js';
import { mayWrite } from '../../lib/rights.js';
import { type NamedOrganization, unenteredQuery } from './memberships.js';
import { useEnter } from './membership-verbs.js';

/** Members that came in by the list: how many have no fee book yet, and the form that opens one. */
export function UnenteredPanel() {
  const text = useText();
  const organization = useActingOrganization();
  const { data, error } = useQuery(unenteredQuery(organization.id));
  const [isEntering, setEntering] = useState(false);
  if (error && !data) return <ProblemNotice error={error} />;
  if (!data) return null;
  const { items } = data;
  const mayEnter = items.length > 0 && mayWrite(organization, 'membership.decide');
  return (
    <Panel title={text('membership.desk.unentered')}>
      <div className={record.stack}>
        <p>{text('membership.desk.unentered.text', { count: items.length })}</p>
        {mayEnter && (
          <div>
            <Button variant="default" aria-expanded={isEntering} onClick={() => setEntering(!isEntering)}>
              {text('membership.enter.open')}
            </Button>
          </div>
        )}
        {mayEnter && isEntering && <EnterForm members={items} />}
      </div>
    </Panel>
  );
}

const FIELDS = ['paidUntil', 'memberSince', 'reference', 'note'] as const;
const EMPTY = { paidUntil: '', memberSince: '', reference: '', note: '' };

function EnterForm({ members }: { members: readonly NamedOrganization[] }) {
  const text = useText();
  const { locale } = useIntl();
  const countryName = useCountryName();
  const [chosen, setMember] = useState('');
  // A colleague may have entered the one that was chosen here.
  const member = members.some(({ id }) => id === chosen) ? chosen : '';
  const [fee, setFee] = useState(NO_MONEY);
  const [said, setSaid] = useState(EMPTY);
  const [isMissing, setMissing] = useState(false);
  const enter = useEnter();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const annualFee = readMoney(fee);
    const { memberSince, paidUntil, reference, note } = said;
    const isWhole = [member, paidUntil, reference.trim(), note.trim()].every((each) => each !== '');
    setMissing(!annualFee || !isWhole);
    if (!annualFee || !isWhole) return;
    const since = memberSince === '' ? null : memberSince;
    const rest = { paidUntil, reference, note, memberSince: since, language: locale };
    void enter.mutateAsync({ organizationId: member, annualFee, ...rest }).then(
      () => {
        setMember('');
        setFee(NO_MONEY);
        setSaid(EMPTY);
      },
      () => undefined,
    );
  };
  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      <NativeSelect
        id="member"
        label={text('membership.enter.member')}
        value={member}
        onChange={(event) => setMember(event.currentTarget.value)}
        data={[
          { value: '', label: text('membership.seat.choose') },
          ...members.map(({ id, name, country }) => ({
            value: id,
            label: `${name}, ${countryName(country)}`,
          })),
        ]}
      />
      <MoneyField name="entered-fee" label={text('membership.fee.annual')} value={fee} onChange={setFee} />
      {FIELDS.map((field) => (
        <TextField
          key={field}
          name={field}
          label={text(`membership.enter.${field}`)}
          value={said[field]}
          maxLength={field === 'note' ? 4000 : 120}
          {...(/Until|Since/.test(field) && { type: 'date' })}
          onChange={(event) => setSaid({ ...said, [field]: event.currentTarget.value })}
        />
      ))}
      {isMissing && (
        <p role="alert" className={forms.wrong}>
          {text('membership.enter.missing')}
        </p>
      )}
      {enter.error && <ProblemNotice error={enter.error} />}
      <div>
        <Button type="submit" loading={enter.isPending}>
          {text('membership.enter')}
        </Button>
      </div>
    </form>
  );
}
