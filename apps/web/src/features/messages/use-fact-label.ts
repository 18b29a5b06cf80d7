import { useCodeText } from '../../i18n/use-text.js';
import type { Conversation, Participant } from './conversations.js';

/** Says whose word a pinned fact is. */
export function useFactLabel(
  participants: readonly Participant[],
): (fact: Conversation['facts'][number]) => string {
  const codeText = useCodeText();
  return ({ code, organizationId }) => {
    const speaker = participants.find(({ organization }) => organization.id === organizationId);
    if (!speaker) return codeText('messages.fact', 'nobody', 'messages.fact.nobody');
    return codeText('messages.fact', code, 'messages.fact.other', { name: speaker.organization.name });
  };
}
