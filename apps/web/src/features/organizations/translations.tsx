import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { MEMBER_LANGUAGES } from '#libs/contracts';
import { TextAreaField } from '../../components/field.js';
import { LangText } from '../../components/lang-text.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { useLanguageName } from '../../lib/language-name.js';
import type { LocalizedText, TextVersion } from '../../lib/profile-entries.js';

export interface TranslatedField {
  name: string;
  label: string;
  text: LocalizedText | null;
}
export interface NewTranslation {
  language: string;
  origin: 'human' | 'machine';
  texts: Record<string, string | null>;
}

/** The languages of some texts that were written together: one is looked at, or written, at a time. */
export function Translations(props: {
  name: string;
  original: string;
  fields: readonly TranslatedField[];
  save: (translation: NewTranslation) => Promise<unknown>;
}) {
  const { name, original, save } = props;
  const text = useText();
  const nameOf = useLanguageName();
  const fields = props.fields.filter((field) => field.text !== null);
  const written = new Set(
    fields.flatMap((field) => field.text?.versions.map(({ language }) => language) ?? []),
  );
  const others = [...new Set<string>([...written, ...MEMBER_LANGUAGES])].filter((tag) => tag !== original);
  const [language, setLanguage] = useState(
    () => [...written].find((tag) => tag !== original) ?? others[0] ?? 'en',
  );
  if (fields.length === 0) return null;
  return (
    <fieldset className={forms.group}>
      <legend className={forms.legend}>{text('profile.translations')}</legend>
      <p className={forms.note}>{text('profile.translations.lead')}</p>
      <ul className={record.tags}>
        {[...written].map((tag) => (
          <li key={tag}>
            <Tag tone={stateOf(fields, tag) === 'outdated' ? 'warning' : 'neutral'}>
              {`${nameOf(tag)}: ${text(`profile.translation.${stateOf(fields, tag)}`)}`}
            </Tag>
          </li>
        ))}
      </ul>
      <NativeSelect
        id={`${name}-translation`}
        label={text('profile.translations.add')}
        value={language}
        onChange={(event) => setLanguage(event.currentTarget.value)}
        data={others.map((tag) => ({
          value: tag,
          label: `${nameOf(tag)} (${text(`profile.translation.${stateOf(fields, tag)}`)})`,
        }))}
      />
      <Translation key={language} {...{ name, language, fields, save }} />
    </fieldset>
  );
}

const versionIn = ({ text }: TranslatedField, language: string): TextVersion | undefined =>
  text?.versions.find((version) => version.language === language);

type State = TextVersion['state'] | 'missing';

/** Of several texts in one language, the state that needs most care. */
function stateOf(fields: readonly TranslatedField[], language: string): State {
  const states = fields.map((field): State => versionIn(field, language)?.state ?? 'missing');
  const order: readonly State[] = ['outdated', 'machine', 'human', 'original'];
  return order.find((state) => states.includes(state)) ?? 'missing';
}

function Translation(props: {
  name: string;
  language: string;
  fields: readonly TranslatedField[];
  save: (translation: NewTranslation) => Promise<unknown>;
}) {
  const { name, language, fields, save } = props;
  const text = useText();
  const [texts, setTexts] = useState<Record<string, string>>(() =>
    Object.fromEntries(fields.map((field) => [field.name, versionIn(field, language)?.text ?? ''])),
  );
  const [isMachine, setMachine] = useState(stateOf(fields, language) === 'machine');
  const saving = useMutation({
    mutationFn: () =>
      save({
        language,
        origin: isMachine ? 'machine' : 'human',
        texts: Object.fromEntries(
          Object.entries(texts).map(([field, words]) => [field, words.trim() || null]),
        ),
      }),
  });
  return (
    <div className={record.stack}>
      {fields.map((field) => (
        <div key={field.name}>
          <TextAreaField
            name={`${name}-${field.name}-in`}
            label={field.label}
            lang={language}
            dir="auto"
            minRows={1}
            value={texts[field.name] ?? ''}
            onChange={(event) => {
              saving.reset();
              setTexts({ ...texts, [field.name]: event.currentTarget.value });
            }}
          />
          <LangText as="p" language={field.text?.versions[0]?.language} className={record.sub}>
            {field.text?.versions[0]?.text}
          </LangText>
        </div>
      ))}
      <Checkbox
        label={text('profile.translation.by-machine')}
        checked={isMachine}
        onChange={(event) => setMachine(event.currentTarget.checked)}
      />
      {saving.error && <ProblemNotice error={saving.error} />}
      <div className={forms.bar}>
        <Button variant="default" loading={saving.isPending} onClick={() => saving.mutate()}>
          {text('profile.translation.save')}
        </Button>
        <span role="status">{saving.isSuccess && text('profile.translation.saved')}</span>
      </div>
    </div>
  );
}
