import { EmptyState } from '../../components/empty-state.js';
import { PageTitle } from '../../components/page-title.js';
import { useText } from '../../i18n/use-text.js';

export function MailPage() {
  const text = useText();
  return (
    <>
      <PageTitle title={text('nav.mail')} lead={text('mail.lead')} />
      <EmptyState because="nothing" title={text('mail.none')}>
        {text('mail.none.text')}
      </EmptyState>
    </>
  );
}
