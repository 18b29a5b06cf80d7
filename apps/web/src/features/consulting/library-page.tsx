import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { TextAreaField, TextField } from '../../components/field.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { ConceptPicker } from '../../forms/concept-picker.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { usePages } from '../../lib/pages.js';
import { PagedList } from '../../records/paged-list.js';
import { CaseText } from './case-text.js';
import { libraryQuery, useWriteCase } from './consulting-way.js';

/** What others have asked before and what was answered, found by words of whatever language. */
export function LibraryPage() {
  const text = useText();
  const organization = useActingOrganization();
  const [written, setWritten] = useState('');
  const [q, setQ] = useState('');
  const [isWriting, setWriting] = useState(false);
  const list = usePages(libraryQuery(organization.id, q));
  return (
    <>
      <PageTitle title={text('way.library')} lead={text('way.library.lead')} />
      <form
        className={record.filters}
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          setQ(written);
        }}
      >
        <TextInput
          id="case-search"
          type="search"
          label={text('way.library.search')}
          value={written}
          onChange={(event) => setWritten(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {text('way.library.find')}
        </Button>
      </form>
      <div className={record.stack}>
        <PagedList
          list={list}
          rowHeight={160}
          noneFiltered={text('way.library.not-found')}
          onClear={
            q === ''
              ? undefined
              : () => {
                  setQ('');
                  setWritten('');
                }
          }
          none={{ title: text('way.library.none'), text: text('way.library.none.text') }}
        >
          {(cases) => (
            <Panel
              rows={cases.map((found) => (
                <li key={found.id} className={record.row}>
                  <div className={record.main}>
                    <CaseText found={found} />
                  </div>
                </li>
              ))}
            />
          )}
        </PagedList>
        {organization.kind === 'secretariat' && (
          <>
            <Checkbox
              label={text('way.case.write')}
              checked={isWriting}
              onChange={(event) => setWriting(event.currentTarget.checked)}
            />
            {isWriting && <CaseForm onWritten={() => setWriting(false)} />}
          </>
        )}
      </div>
    </>
  );
}

function CaseForm({ onWritten }: { onWritten: () => void }) {
  const text = useText();
  const { locale } = useIntl();
  const [form, setForm] = useState({ title: '', question: '', answer: '', areas: [] as string[] });
  const write = useWriteCase();
  const isWhole = [form.title, form.question, form.answer].every((words) => words.trim() !== '');
  return (
    <Panel title={text('way.case.write')}>
      <div className={forms.form}>
        <p>{text('way.case.note')}</p>
        <TextField
          name="case-title"
          label={text('way.case.title')}
          maxLength={200}
          value={form.title}
          onChange={(event) => setForm({ ...form, title: event.currentTarget.value })}
        />
        <TextAreaField
          name="case-question"
          label={text('way.case.question')}
          value={form.question}
          onChange={(event) => setForm({ ...form, question: event.currentTarget.value })}
        />
        <TextAreaField
          name="case-answer"
          label={text('way.case.answer')}
          value={form.answer}
          onChange={(event) => setForm({ ...form, answer: event.currentTarget.value })}
        />
        <ConceptPicker
          name="case-areas"
          kind="consulting_area"
          label={text('way.case.areas')}
          value={form.areas}
          onChange={(areas) => setForm({ ...form, areas })}
        />
        <div>
          <Button
            disabled={!isWhole}
            loading={write.isPending}
            onClick={() => write.mutate({ ...form, language: locale }, { onSuccess: onWritten })}
          >
            {text('way.case.save')}
          </Button>
        </div>
        {write.error && <ProblemNotice error={write.error} />}
      </div>
    </Panel>
  );
}
