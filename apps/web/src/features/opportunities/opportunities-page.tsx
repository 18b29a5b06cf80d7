import { EmptyState } from '../../components/empty-state.js';
import { PageTitle } from '../../components/page-title.js';
import { useText } from '../../i18n/use-text.js';

export function OpportunitiesPage() {
  const text = useText();
  return (
    <>
      <PageTitle title={text('nav.opportunities')} lead={text('opportunities.lead')} />
      <EmptyState because="nothing" title={text('opportunities.none')}>
        {text('opportunities.none.text')}
      </EmptyState>
    </>
  );
}
