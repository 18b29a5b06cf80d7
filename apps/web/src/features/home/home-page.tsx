import { EmptyState } from '../../components/empty-state.js';
import { PageTitle } from '../../components/page-title.js';
import { useText } from '../../i18n/use-text.js';

export function HomePage() {
  const text = useText();
  return (
    <>
      <PageTitle title={text('nav.home')} lead={text('home.lead')} />
      <EmptyState because="nothing" title={text('home.none')}>
        {text('home.none.text')}
      </EmptyState>
    </>
  );
}
