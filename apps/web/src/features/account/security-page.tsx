import { Link } from '@tanstack/react-router';
import { Callout } from '../../components/callout.js';
import { PageTitle } from '../../components/page-title.js';
import record from '../../components/record.module.css';
import { useText } from '../../i18n/use-text.js';
import { DataPanel } from './data-panel.js';
import { EmailPanel } from './email-panel.js';
import { ErasurePanel } from './erasure-panel.js';
import { PasskeysPanel } from './passkeys-panel.js';
import { PasswordPanel } from './password-panel.js';
import { ProofProvider } from './proof.js';
import { RecoveryCodesPanel } from './recovery-codes-panel.js';
import { useSecurity } from './security.js';
import { SessionsPanel } from './sessions-panel.js';
import { TotpPanel } from './totp-panel.js';

/** How the account is guarded, where it is signed in, and what becomes of its data. */
export function SecurityPage() {
  const text = useText();
  const security = useSecurity();
  const { totp, passkeys, passkeysAvailable } = security;
  const isGuarded = totp || passkeys > 0;
  return (
    <ProofProvider>
      <PageTitle
        title={text('security.title')}
        lead={<Link to="/account">{text('security.to-account')}</Link>}
      />
      <div className={record.stack}>
        {!isGuarded && (
          <Callout tone="info" title={text('security.unguarded')}>
            {text('security.unguarded.text')}
          </Callout>
        )}
        <SessionsPanel />
        <PasswordPanel />
        <TotpPanel isOn={totp} />
        {passkeysAvailable && <PasskeysPanel />}
        {isGuarded && <RecoveryCodesPanel left={security.recoveryCodes} />}
        <EmailPanel />
        <DataPanel />
        <ErasurePanel dueAt={security.erasureDueAt} />
      </div>
    </ProofProvider>
  );
}
