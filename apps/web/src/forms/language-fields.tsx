import { NativeSelect } from '@mantine/core';
import { MEMBER_LANGUAGES } from '#libs/contracts';
import { useLanguageName } from '../lib/language-name.js';
import { SearchedMultiSelect } from './concept-picker.js';

/** Languages of member countries that are spoken at work beside those texts are written in. */
const SPOKEN = [...MEMBER_LANGUAGES, 'km', 'lo', 'mn', 'my', 'ne', 'tl', 'hi', 'de', 'fr', 'es'] as const;

/** The language a text is written in. Names stand in the reader's language and in their own. */
export function TextLanguageField(props: {
  name: string;
  label: string;
  description?: string;
  value: string;
  onChange: (tag: string) => void;
}) {
  const { name, value, onChange, ...rest } = props;
  const nameOf = useLanguageName();
  const tags: readonly string[] = MEMBER_LANGUAGES;
  const offered = tags.includes(value) ? tags : [...tags, value];
  return (
    <NativeSelect
      id={name}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={offered.map((tag) => ({ value: tag, label: withOwnName(tag, nameOf(tag)) }))}
      {...rest}
    />
  );
}

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

function withOwnName(tag: string, name: string): string {
  const own = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
  return own === name ? name : `${name} – ${own}`;
}
