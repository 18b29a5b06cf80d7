import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import type { Vote } from './memberships.js';
import { useCast } from './membership-verbs.js';

const CHOICES = ['yes', 'no', 'abstain'] as const;
type Choice = (typeof CHOICES)[number];

/** The ballot of the acting city; changeable until the vote closes. */
export function BallotForm({ vote }: { vote: Vote }) {
  const text = useText();
  const own = vote.ownBallot;
  const [choice, setChoice] = useState<Choice | null>(own?.choice ?? null);
  const [isMissing, setMissing] = useState(false);
  const cast = useCast(vote);
  if (!vote.abilities.cast && !own) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(choice === null);
    if (choice) cast.mutate(choice);
  };
  return (
    <Panel title={text('membership.ballot')}>
      {own && (
        <p role="status">
          {text('membership.ballot.is')}{' '}
          <strong>
            {own.choice ? text(`membership.choice.${own.choice}`) : text('membership.ballot.erased')}
          </strong>{' '}
          (<LocalTime at={own.castAt} as="stamp" />)
        </p>
      )}
      {vote.abilities.cast && (
        <form className={forms.form} onSubmit={submit} noValidate>
          <fieldset className={forms.group} aria-describedby="ballot-note">
            <legend className={forms.legend}>{text('membership.ballot.legend')}</legend>
            <div className={forms.checks}>
              {CHOICES.map((each) => (
                <label key={each} className={forms.check}>
                  <input
                    type="radio"
                    name="choice"
                    value={each}
                    checked={choice === each}
                    onChange={() => setChoice(each)}
                  />
                  {text(`membership.choice.${each}`)}
                </label>
              ))}
            </div>
            <p id="ballot-note" className={forms.note}>
              {text('membership.ballot.note')}
            </p>
            {isMissing && (
              <p role="alert" className={forms.wrong}>
                {text('membership.ballot.missing')}
              </p>
            )}
          </fieldset>
          {cast.error && <ProblemNotice error={cast.error} />}
          <div>
            <Button type="submit" loading={cast.isPending}>
              {text(own ? 'membership.ballot.change' : 'membership.ballot.cast')}
            </Button>
          </div>
        </form>
      )}
    </Panel>
  );
}
