import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { useText } from '../../i18n/use-text.js';
import { useMe } from '../../lib/me.js';

export function AccountPage() {
  const text = useText();
  const me = useMe();
  return (
    <>
      <PageTitle title={text('nav.account')} />
      <Panel title={me.displayName}>
        <p>{me.email}</p>
      </Panel>
    </>
  );
}
