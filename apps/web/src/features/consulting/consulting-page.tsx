import { EmptyState } from '../../components/empty-state.js';
import { PageTitle } from '../../components/page-title.js';
import { useText } from '../../i18n/use-text.js';

export function ConsultingPage() {
  const text = useText();
  return (
    <>
      <PageTitle title={text('nav.consulting')} lead={text('consulting.lead')} />
      <EmptyState because="nothing" title={text('consulting.none')}>
        {text('consulting.none.text')}
      </EmptyState>
    </>
  );
}
