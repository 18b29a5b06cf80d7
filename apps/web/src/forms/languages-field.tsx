import { MEMBER_LANGUAGES } from '#libs/contracts';
import { useLanguageName, withOwnName } from '../lib/language-name.js';
import { SearchedMultiSelect } from './concept-picker.js';

/** Languages of member countries that are spoken at work beside those texts are written in. */
const SPOKEN = [...MEMBER_LANGUAGES, 'km', 'lo', 'mn', 'my', 'ne', 'tl', 'hi', 'de', 'fr', 'es'] as const;

/** The languages people speak at work. */
export function LanguagesField(props: {
  name: string;
  label: string;
  description?: string;
  value: readonly string[];
  onChange: (tags: string[]) => void;
  error?: string | undefined;
}) {
  const nameOf = useLanguageName();
  const tags = [...new Set<string>([...SPOKEN, ...props.value])];
  return (
    <SearchedMultiSelect
      {...props}
      value={[...props.value]}
      data={tags.map((tag) => ({ value: tag, label: withOwnName(tag, nameOf(tag)) }))}
    />
  );
}
