import { EmptyState } from '../../components/empty-state.js';
import { PageTitle } from '../../components/page-title.js';
import { useText } from '../../i18n/use-text.js';

export function NoticesPage() {
  const text = useText();
  return (
    <>
      <PageTitle title={text('nav.notices')} lead={text('notices.lead')} />
      <EmptyState because="nothing" title={text('notices.none')}>
        {text('notices.none.text')}
      </EmptyState>
    </>
  );
}
