import { Button } from '@mantine/core';
import { useState } from 'react';
import { Callout } from '../../components/callout.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { useWithdraw } from './admission-verbs.js';
import type { Application } from './applications.js';

/** Cannot be undone, so it is asked once more, in place. */
export function Withdraw({ application }: { application: Application }) {
  const text = useText();
  const [isAsking, setAsking] = useState(false);
  const withdraw = useWithdraw(application);
  if (!isAsking) {
    return (
      <div>
        <Button variant="default" onClick={() => setAsking(true)}>
          {text('admission.withdraw')}
        </Button>
      </div>
    );
  }
  return (
    <Callout
      tone="warning"
      announce
      title={text('admission.withdraw.sure')}
      action={
        <span className={forms.bar}>
          <Button color="red" loading={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
            {text('admission.withdraw')}
          </Button>
          <Button variant="default" onClick={() => setAsking(false)}>
            {text('action.cancel')}
          </Button>
        </span>
      }
    >
      <p>{text('admission.withdraw.text')}</p>
      {withdraw.error !== null && <ProblemNotice error={withdraw.error} />}
    </Callout>
  );
}
