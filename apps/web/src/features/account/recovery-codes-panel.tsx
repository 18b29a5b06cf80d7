import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { api, read } from '../../lib/api.js';
import { useGuarded } from './proof.js';
import { RecoveryCodes } from './recovery-codes.js';
import { refreshAccount } from './security.js';

/** How many codes are left for the day the phone is lost, and new ones. */
export function RecoveryCodesPanel({ left }: { left: number }) {
  const text = useText();
  const guarded = useGuarded();
  const [codes, setCodes] = useState<readonly string[]>([]);
  const renew = useMutation({
    mutationFn: () => guarded(() => read(api.POST('/api/v1/second-factor/recovery-codes'))),
    onSuccess: async ({ recoveryCodes }) => {
      setCodes(recoveryCodes);
      await refreshAccount();
    },
  });
  return (
    <Panel title={text('security.recovery')}>
      <div className={forms.form}>
        <p>{text('security.recovery.left', { count: left })}</p>
        {renew.error && <ProblemNotice error={renew.error} />}
        {codes.length > 0 && <RecoveryCodes codes={codes} onDone={() => setCodes([])} />}
        <div>
          <Button variant="default" loading={renew.isPending} onClick={() => renew.mutate()}>
            {text('security.recovery.renew')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
