import { EmptyState } from '../../components/empty-state.js';
import { PageTitle } from '../../components/page-title.js';
import { useText } from '../../i18n/use-text.js';

export function MessagesPage() {
  const text = useText();
  return (
    <>
      <PageTitle title={text('nav.messages')} lead={text('messages.lead')} />
      <EmptyState because="nothing" title={text('messages.none')}>
        {text('messages.none.text')}
      </EmptyState>
    </>
  );
}
