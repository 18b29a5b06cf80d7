import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import forms from '../../forms/forms.module.css';
import { MoneyField, NO_MONEY, readMoney } from '../../forms/money-field.js';
import { useText } from '../../i18n/use-text.js';
import type { Membership } from './memberships.js';
import { usePutToVote } from './membership-verbs.js';

const SECRECIES = ['secret', 'open'] as const;

/** Opens the vote of the Executive Committee, with the fees the member will owe. */
export function PutToVoteForm({ membership }: { membership: Membership }) {
  const text = useText();
  const [secrecy, setSecrecy] = useState<'secret' | 'open'>('secret');
  const [admission, setAdmission] = useState(NO_MONEY);
  const [annual, setAnnual] = useState(NO_MONEY);
  const [isMissing, setMissing] = useState(false);
  const putToVote = usePutToVote(membership);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const admissionFee = readMoney(admission);
    const annualFee = readMoney(annual);
    setMissing(!admissionFee || !annualFee);
    if (admissionFee && annualFee) putToVote.mutate({ secrecy, admissionFee, annualFee });
    else document.getElementById(admissionFee ? 'annual-fee' : 'admission-fee')?.focus();
  };
  return (
    <Panel title={text('membership.put-to-vote')}>
      <form className={forms.form} onSubmit={submit} noValidate>
        <p>{text('membership.put-to-vote.text')}</p>
        <MoneyField
          name="admission-fee"
          label={text('membership.fee.admission')}
          value={admission}
          onChange={setAdmission}
        />
        <MoneyField
          name="annual-fee"
          label={text('membership.fee.annual')}
          value={annual}
          onChange={setAnnual}
        />
        <fieldset className={forms.group}>
          <legend className={forms.legend}>{text('membership.vote.secrecy')}</legend>
          <div className={forms.checks}>
            {SECRECIES.map((each) => (
              <label key={each} className={forms.check}>
                <input
                  type="radio"
                  name="secrecy"
                  value={each}
                  checked={secrecy === each}
                  onChange={() => setSecrecy(each)}
                />
                {text(`membership.vote.secrecy.${each}`)}
              </label>
            ))}
          </div>
          <p className={forms.note}>{text(`membership.vote.secrecy.${secrecy}.text`)}</p>
        </fieldset>
        {isMissing && (
          <p role="alert" className={forms.wrong}>
            {text('membership.fees.missing')}
          </p>
        )}
        {putToVote.error && <ProblemNotice error={putToVote.error} />}
        <div>
          <Button type="submit" loading={putToVote.isPending}>
            {text('membership.put-to-vote')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
