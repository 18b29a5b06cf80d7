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
import { type LibraryCase, libraryQuery, useWithdrawCase, useWriteCase } from './consulting-way.js';

/** What others have asked before and what was answered, found by words of whatever language. */
export function LibraryPage() {
  const text = useText();
  const organization = useActingOrganization();
  const [written, setWritten] = useState('');
  const [q, setQ] = useState('');
  const [isWriting, setWriting] = useState(false);
  const [edited, setEdited] = useState<string | null>(null);
  const isKeeper = organization.kind === 'secretariat';
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
                  {edited === found.id ? (
                    <CaseForm found={found} onWritten={() => setEdited(null)} />
                  ) : (
                    <div className={record.main}>
                      <CaseText found={found} />
                    </div>
                  )}
                  {isKeeper && edited !== found.id && (
                    <KeepCase found={found} onEdit={() => setEdited(found.id)} />
                  )}
                </li>
              ))}
            />
          )}
        </PagedList>
        {isKeeper && (
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

/** For who keeps the library: other words, or out of what is found. */
function KeepCase({ found, onEdit }: { found: LibraryCase; onEdit: () => void }) {
  const text = useText();
  const withdraw = useWithdrawCase(found);
  return (
    <div className={record.side}>
      <Button variant="default" onClick={onEdit}>
        {text('way.case.edit')}
      </Button>
      <Button
        variant="subtle"
        color="red"
        loading={withdraw.isPending}
        onClick={() => withdraw.mutate(undefined)}
      >
        {text('way.case.withdraw')}
      </Button>
      {withdraw.error && <ProblemNotice error={withdraw.error} />}
    </div>
  );
}

function CaseForm({ found, onWritten }: { found?: LibraryCase; onWritten: () => void }) {
  const text = useText();
  const { locale } = useIntl();
  const { title = '', question = '', answer = '', areas = [] } = found ?? {};
  const [form, setForm] = useState({ title, question, answer, areas });
  const write = useWriteCase(found);
  const isWhole = [form.title, form.question, form.answer].every((words) => words.trim() !== '');
  const id = found?.id ?? 'new';
  const send = () => write.mutate({ ...form, language: found?.language ?? locale }, { onSuccess: onWritten });
  const fields = (
    <div className={forms.form}>
      <p>{text('way.case.note')}</p>
      <TextField
        name={`case-title-${id}`}
        label={text('way.case.title')}
        maxLength={200}
        value={form.title}
        onChange={(event) => setForm({ ...form, title: event.currentTarget.value })}
      />
      <TextAreaField
        name={`case-question-${id}`}
        label={text('way.case.question')}
        value={form.question}
        onChange={(event) => setForm({ ...form, question: event.currentTarget.value })}
      />
      <TextAreaField
        name={`case-answer-${id}`}
        label={text('way.case.answer')}
        value={form.answer}
        onChange={(event) => setForm({ ...form, answer: event.currentTarget.value })}
      />
      <ConceptPicker
        name={`case-areas-${id}`}
        kind="consulting_area"
        label={text('way.case.areas')}
        value={form.areas}
        onChange={(chosen) => setForm({ ...form, areas: chosen })}
      />
      <div className={forms.bar}>
        <Button disabled={!isWhole} loading={write.isPending} onClick={send}>
          {text(found ? 'way.case.change' : 'way.case.save')}
        </Button>
        {found && (
          <Button variant="subtle" onClick={onWritten}>
            {text('action.cancel')}
          </Button>
        )}
      </div>
      {write.error && <ProblemNotice error={write.error} />}
    </div>
  );
  return found ? (
    <div className={record.main}>{fields}</div>
  ) : (
    <Panel title={text('way.case.write')}>{fields}</Panel>
  );
}
