import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useIntl } from 'react-intl';
import { Callout } from '../../components/callout.js';
import { TextAreaField, TextField } from '../../components/field.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { useLanguageName } from '../../lib/language-name.js';
import { FIGURES } from './figures.js';
import styles from './projects.module.css';
import { type Project, type Result, useSaveResult } from './projects.js';

type Words = Record<string, { headline: string; story: string }>;

/** Words in English, Korean and the project's own language, and the figures; saved as one. */
export function ResultForm({ project }: { project: Project }) {
  const text = useText();
  const { locale } = useIntl();
  const nameOf = useLanguageName();
  const { result } = project;
  const languages = [...new Set([project.language, 'en', 'ko', ...result.texts.map((one) => one.language)])];
  const [words, setWords] = useState<Words>(() => wordsOf(languages, result));
  const [figures, setFigures] = useState(() => figuresOf(result));
  const save = useSaveResult(project.id);
  const halves = languages.filter((language) => isHalf(words[language]));
  const wrong = FIGURES.filter((code) => !/^\d{0,15}$/.test(figures[code] ?? ''));
  const change = (language: string, field: 'headline' | 'story', value: string) => {
    const own = words[language] ?? { headline: '', story: '' };
    setWords({ ...words, [language]: { ...own, [field]: value } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (halves.length > 0 || wrong.length > 0) return;
    const texts = languages.flatMap((language) => {
      const own = words[language];
      return own && own.headline.trim() !== '' ? [{ language, ...own }] : [];
    });
    const counted = FIGURES.flatMap((code) =>
      figures[code] ? [{ code, value: Number(figures[code]) }] : [],
    );
    save.mutate({ body: { texts, figures: counted }, version: result.version });
  };
  return (
    <form onSubmit={submit} noValidate className={record.stack}>
      {result.missingLanguages.length > 0 && (
        <Callout tone="info">
          {text('projects.result.missing', {
            languages: new Intl.ListFormat(locale).format(result.missingLanguages.map(nameOf)),
          })}
        </Callout>
      )}
      {languages.map((language) => (
        <Panel key={language} title={nameOf(language)}>
          <div className={forms.form}>
            <TextField
              name={`headline-${language}`}
              label={text('projects.result.headline')}
              lang={language}
              maxLength={200}
              value={words[language]?.headline ?? ''}
              onChange={(event) => change(language, 'headline', event.currentTarget.value)}
            />
            <TextAreaField
              name={`story-${language}`}
              label={text('projects.result.story')}
              lang={language}
              maxLength={10_000}
              value={words[language]?.story ?? ''}
              onChange={(event) => change(language, 'story', event.currentTarget.value)}
              error={halves.includes(language) ? text('projects.result.half') : undefined}
            />
          </div>
        </Panel>
      ))}
      <Panel title={text('projects.figures')}>
        <div className={styles.figures}>
          {FIGURES.map((code) => (
            <TextField
              key={code}
              name={`figure-${code}`}
              label={text(`projects.figure.${code}`)}
              inputMode="numeric"
              autoComplete="off"
              value={figures[code] ?? ''}
              onChange={(event) => setFigures({ ...figures, [code]: event.currentTarget.value.trim() })}
              error={wrong.includes(code) ? text('projects.figure.wrong') : undefined}
            />
          ))}
        </div>
      </Panel>
      {save.error && <ProblemNotice error={save.error} />}
      <div className={styles.buttons}>
        <Button type="submit" loading={save.isPending} disabled={halves.length > 0 || wrong.length > 0}>
          {text('projects.do.save-result')}
        </Button>
        <p role="status" className={record.sub}>
          {save.isSuccess && text('projects.result.saved')}
        </p>
      </div>
    </form>
  );
}

/** A headline without a story, or the other way round. */
function isHalf(words: Words[string] | undefined): boolean {
  return words !== undefined && (words.headline.trim() === '') !== (words.story.trim() === '');
}

function wordsOf(languages: readonly string[], { texts }: Result): Words {
  return Object.fromEntries(
    languages.map((language) => {
      const own = texts.find((one) => one.language === language);
      return [language, { headline: own?.headline ?? '', story: own?.story ?? '' }];
    }),
  );
}

function figuresOf({ figures }: Result): Partial<Record<Result['figures'][number]['code'], string>> {
  return Object.fromEntries(figures.map(({ code, value }) => [code, String(value)]));
}
