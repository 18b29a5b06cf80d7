import { NativeSelect } from '@mantine/core';
import { MEMBER_LANGUAGES } from '#libs/contracts';
import { useLanguageName, withOwnName } from '../lib/language-name.js';

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
