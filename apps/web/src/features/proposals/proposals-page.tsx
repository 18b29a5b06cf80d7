import { EmptyState } from '../../components/empty-state.js';
import { PageTitle } from '../../components/page-title.js';
import { useText } from '../../i18n/use-text.js';

export function ProposalsPage() {
  const text = useText();
  return (
    <>
      <PageTitle title={text('nav.proposals')} lead={text('proposals.lead')} />
      <EmptyState because="nothing" title={text('proposals.none')}>
        {text('proposals.none.text')}
      </EmptyState>
    </>
  );
}
