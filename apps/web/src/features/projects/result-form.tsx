import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import { useIntl } from 'react-intl';
import { Callout } from '../../components/callout.js';
import { TextAreaField, TextField } from '../../components/field.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { ChangedElsewhere } from '../../forms/changed-elsewhere.js';
import forms from '../../forms/forms.module.css';
import { useBasedForm } from '../../forms/use-based-form.js';
import { useText } from '../../i18n/use-text.js';
import { useLanguageName } from '../../lib/language-name.js';
import { FIGURES } from './figures.js';
import styles from './projects.module.css';
import { type Project, useSaveResult } from './projects.js';

/** `headline-en`, `story-en`, `figure-visitors` and so on: each field is merged on its own. */
type Fields = Record<string, string>;

/** Words in English, Korean and the project's own language, and the figures; saved as one. */
export function ResultForm({ project }: { project: Project }) {
  const text = useText();
  const { locale } = useIntl();
  const nameOf = useLanguageName();
  const { result } = project;
  const languages = languagesOf(project);
  const fields = useBasedForm(fieldsOf(project), result.version);
  const { form } = fields;
  const valueOf = (field: string) => form[field] ?? '';
  const save = useSaveResult(project.id, (saved) =>
    fields.accept(form, fieldsOf({ ...project, result: saved })),
  );
  const halves = languages.filter((language) =>
    isHalf(valueOf(`headline-${language}`), valueOf(`story-${language}`)),
  );
  const wrong = FIGURES.filter((code) => !/^\d{0,15}$/.test(valueOf(`figure-${code}`)));
  const nameOfField = (field: string) => {
    const [kind = '', of = ''] = split(field);
    const code = FIGURES.find((one) => kind === 'figure' && one === of);
    if (code) return text(`projects.figure.${code}`);
    return `${text(kind === 'story' ? 'projects.result.story' : 'projects.result.headline')} (${nameOf(of)})`;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (halves.length > 0 || wrong.length > 0) return;
    const texts = languages.flatMap((language) => {
      const [headline, story] = [valueOf(`headline-${language}`), valueOf(`story-${language}`)];
      return headline.trim() === '' ? [] : [{ language, headline, story }];
    });
    const figures = FIGURES.flatMap((code) => {
      const value = valueOf(`figure-${code}`);
      return value === '' ? [] : [{ code, value: Number(value) }];
    });
    save.mutate({ body: { texts, figures }, version: result.version });
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
      <ChangedElsewhere
        editing={fields}
        nameOf={nameOfField}
        show={(_, value) => value}
        onTake={fields.set}
      />
      {languages.map((language) => (
        <Panel key={language} title={nameOf(language)}>
          <div className={forms.form}>
            <TextField
              name={`headline-${language}`}
              label={text('projects.result.headline')}
              lang={language}
              maxLength={200}
              value={valueOf(`headline-${language}`)}
              onChange={(event) => fields.set({ [`headline-${language}`]: event.currentTarget.value })}
            />
            <TextAreaField
              name={`story-${language}`}
              label={text('projects.result.story')}
              lang={language}
              maxLength={10_000}
              value={valueOf(`story-${language}`)}
              onChange={(event) => fields.set({ [`story-${language}`]: event.currentTarget.value })}
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
              value={valueOf(`figure-${code}`)}
              onChange={(event) => fields.set({ [`figure-${code}`]: event.currentTarget.value.trim() })}
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
function isHalf(headline: string, story: string): boolean {
  return (headline.trim() === '') !== (story.trim() === '');
}

/** What stands before the first hyphen of a field and what stands after it. */
function split(field: string): [string, string] {
  const at = field.indexOf('-');
  return [field.slice(0, at), field.slice(at + 1)];
}

function languagesOf({ language, result: { texts } }: Project): string[] {
  return [...new Set([language, 'en', 'ko', ...texts.map((one) => one.language)])];
}

function fieldsOf(project: Project): Fields {
  const { texts, figures } = project.result;
  const words = languagesOf(project).flatMap((language) => {
    const own = texts.find((one) => one.language === language);
    return [
      [`headline-${language}`, own?.headline ?? ''],
      [`story-${language}`, own?.story ?? ''],
    ];
  });
  const counts = FIGURES.map((code) => {
    const value = figures.find((one) => one.code === code)?.value;
    return [`figure-${code}`, value === undefined ? '' : String(value)];
  });
  return Object.fromEntries([...words, ...counts]) as Fields;
}
