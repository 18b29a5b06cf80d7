import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useIntl } from 'react-intl';
import { Dialog } from '../../components/dialog.js';
import { TextAreaField, TextField } from '../../components/field.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { FileUpload } from '../../files/file-upload.js';
import forms from '../../forms/forms.module.css';
import { TextLanguageField } from '../../forms/text-language-field.js';
import { useText } from '../../i18n/use-text.js';
import { formatMoney, parseAmount, writeAmount } from '../../lib/money.js';
import { EvidenceList } from './evidence-list.js';
import styles from './projects.module.css';
import { type Milestone, type Project, useMilestoneStep } from './projects.js';

/** Words and files that show what was reached; of a report also what was spent, line by line. */
export function SubmitDialog(props: { project: Project; milestone: Milestone; onClose: () => void }) {
  const { project, milestone, onClose } = props;
  const text = useText();
  const { locale } = useIntl();
  const isReport = milestone.kind !== 'milestone';
  const [words, setWords] = useState(milestone.words ?? '');
  const [language, setLanguage] = useState(milestone.language ?? locale);
  const [spent, setSpent] = useState(() => spentSoFar(project));
  const send = useMilestoneStep(project, milestone);
  const attach = useMilestoneStep(project, milestone);
  const { currency } = project;
  const asksSpending = isReport && currency !== null;
  const isWrong =
    asksSpending && Object.values(spent).some((value) => amountOf(value, currency) === undefined);
  const isMissing = words.trim() === '' && (isReport || milestone.evidence.length === 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isMissing || isWrong) return;
    const spending = asksSpending ? spendingOf(spent, currency) : [];
    const body = { words: words.trim() || null, language, spending };
    send.mutate({ verb: 'submit', body }, { onSuccess: onClose });
  };
  return (
    <Dialog title={text('projects.do.submit')} onClose={onClose}>
      <form className={forms.form} onSubmit={submit} noValidate>
        <TextAreaField
          name="words"
          label={text('projects.words')}
          description={text(isReport ? 'projects.words.report' : 'projects.words.milestone')}
          required={isReport}
          maxLength={10_000}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <TextLanguageField
          name="words-language"
          label={text('projects.language')}
          value={language}
          onChange={setLanguage}
        />
        <EvidenceList project={project} milestone={milestone} />
        <FileUpload
          purpose="project-evidence"
          label={text('projects.files')}
          onUploaded={({ id: fileId, name: title }) =>
            attach.mutate({ verb: 'add-file', body: { fileId, title } })
          }
        />
        {attach.error && <ProblemNotice error={attach.error} />}
        {asksSpending && (
          <fieldset className={forms.group}>
            <legend className={forms.legend}>{text('projects.spending')}</legend>
            {project.budget.map(({ id, title, amountMinor }) => (
              <TextField
                key={id}
                name={`spent-${id}`}
                label={title}
                description={text('projects.of-budget', {
                  amount: formatMoney({ amountMinor, currency }, locale),
                })}
                inputMode="decimal"
                autoComplete="off"
                value={spent[id] ?? ''}
                onChange={(event) => setSpent({ ...spent, [id]: event.currentTarget.value })}
                error={
                  amountOf(spent[id] ?? '', currency) === undefined ? text('forms.amount.wrong') : undefined
                }
              />
            ))}
          </fieldset>
        )}
        {send.error && <ProblemNotice error={send.error} />}
        <div className={styles.buttons}>
          <Button type="submit" loading={send.isPending} disabled={isMissing || isWrong}>
            {text('projects.do.submit')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text('action.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type Written = Readonly<Record<string, string>>;

function spentSoFar({ budget, currency }: Project): Written {
  return Object.fromEntries(
    budget.map(({ id, spentMinor }) => [
      id,
      spentMinor === null || currency === null ? '' : writeAmount({ amountMinor: spentMinor, currency }),
    ]),
  );
}

/** Null where nothing is written; undefined where it is no amount of that currency. */
function amountOf(written: string, currency: string): number | null | undefined {
  return written.trim() === '' ? null : (parseAmount(written, currency) ?? undefined);
}

function spendingOf(spent: Written, currency: string) {
  return Object.entries(spent).flatMap(([lineId, written]) => {
    const spentMinor = amountOf(written, currency);
    return typeof spentMinor === 'number' ? [{ lineId, spentMinor }] : [];
  });
}
