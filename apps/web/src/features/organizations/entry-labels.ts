import { useText } from '../../i18n/use-text.js';
import type { EntryKind } from '../../lib/profile-entries.js';

/** How the two texts of an entry are called: the title of a picture says what it shows. */
export function useEntryLabels(kind: EntryKind): { title: string; text: string } {
  const text = useText();
  const isPicture = kind === 'picture';
  return {
    title: text(isPicture ? 'profile.field.shows' : 'profile.field.title'),
    text: text(isPicture ? 'profile.field.caption' : 'profile.field.text'),
  };
}
