import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { TextField } from '../../components/field.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { Tag } from '../../components/tag.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { api, read, run } from '../../lib/api.js';
import styles from './account.module.css';
import { useGuarded } from './proof.js';
import { QrCode } from './qr-code.js';
import { RecoveryCodes } from './recovery-codes.js';
import { refreshAccount } from './security.js';

/** The app that shows six digits: set up by a QR code or by hand, confirmed by its first code. */
export function TotpPanel({ isOn }: { isOn: boolean }) {
  const text = useText();
  const guarded = useGuarded();
  const [codes, setCodes] = useState<readonly string[]>([]);
  const setUp = useMutation({
    mutationFn: () => guarded(() => read(api.POST('/api/v1/second-factor/totp'))),
  });
  const remove = useMutation({
    mutationFn: () => guarded(() => run(api.POST('/api/v1/second-factor/totp/remove'))),
    onSuccess: refreshAccount,
  });
  const confirmed = async (recoveryCodes: readonly string[]) => {
    setUp.reset();
    setCodes(recoveryCodes);
    await refreshAccount();
  };
  const error = setUp.error ?? remove.error;
  return (
    <Panel title={text('security.totp')} aside={isOn && <Tag>{text('security.on')}</Tag>}>
      <div className={forms.form}>
        <p>{text('security.totp.text')}</p>
        {error && <ProblemNotice error={error} />}
        {codes.length > 0 && <RecoveryCodes codes={codes} onDone={() => setCodes([])} />}
        {setUp.data && !isOn && <ConfirmTotp offer={setUp.data} onConfirmed={confirmed} />}
        {!isOn && !setUp.data && (
          <div>
            <Button loading={setUp.isPending} onClick={() => setUp.mutate()}>
              {text('security.totp.set-up')}
            </Button>
          </div>
        )}
        {isOn && (
          <div>
            <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
              {text('security.totp.remove')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}

function ConfirmTotp(props: {
  offer: { secret: string; uri: string };
  onConfirmed: (recoveryCodes: readonly string[]) => Promise<void>;
}) {
  const text = useText();
  const { offer, onConfirmed } = props;
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: () => read(api.POST('/api/v1/second-factor/totp/confirm', { body: { code } })),
    onSuccess: ({ recoveryCodes }) => onConfirmed(recoveryCodes),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== '') confirm.mutate();
  };
  return (
    <form noValidate className={forms.form} onSubmit={submit}>
      <p>{text('security.totp.scan')}</p>
      <QrCode text={offer.uri} label={text('security.totp.qr')} />
      <p>
        {text('security.totp.by-hand')} <code className={styles.secret}>{inFours(offer.secret)}</code>
      </p>
      {confirm.error && <ProblemNotice error={confirm.error} />}
      <TextField
        name="totp-code"
        label={text('security.totp.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" loading={confirm.isPending}>
          {text('security.totp.confirm')}
        </Button>
      </div>
    </form>
  );
}

const inFours = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret;
