import { EmptyState } from '../../components/empty-state.js';
import { PageTitle } from '../../components/page-title.js';
import { useText } from '../../i18n/use-text.js';

export function MatchesPage() {
  const text = useText();
  return (
    <>
      <PageTitle title={text('nav.matches')} lead={text('matches.lead')} />
      <EmptyState because="nothing" title={text('matches.none')}>
        {text('matches.none.text')}
      </EmptyState>
    </>
  );
}
