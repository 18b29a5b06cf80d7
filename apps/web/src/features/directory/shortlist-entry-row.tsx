import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useId, useRef, useState } from 'react';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { TextAreaField } from '../../components/field.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { useCountryName } from '../../lib/countries.js';
import { homeLanguage } from '../../lib/home-language.js';
import styles from './directory.module.css';
import { type Shortlist, type ShortlistEntry, shortlists, useShortlistAct } from './shortlists.js';

const MAX_NOTE = 2_000;

/** One organization of a list, with why it is on it. */
export function ShortlistEntryRow(props: {
  list: Shortlist;
  entry: ShortlistEntry;
  mayChange: boolean;
  isPicked: boolean;
  onPick: () => void;
  onTakenOff: () => void;
}) {
  const { list, entry, mayChange, isPicked, onPick, onTakenOff } = props;
  const text = useText();
  const acting = useActingOrganization();
  const countryName = useCountryName();
  const takeOff = useShortlistAct(acting.id, shortlists.takeOff);
  const [isNoting, setNoting] = useState(false);
  const noteButton = useRef<HTMLButtonElement>(null);
  const doneNoting = () => {
    setNoting(false);
    noteButton.current?.focus();
  };
  const { id, name, nameLocal, kind, city, country } = entry.organization;
  return (
    <li className={styles.row}>
      <input
        type="checkbox"
        className={styles.tick}
        aria-label={text('directory.pick', { name })}
        checked={isPicked}
        onChange={onPick}
      />
      <div className={record.main}>
        <div className={record.line}>
          <span className={styles.name}>
            <Link
              to="/o/$organization/organizations/$organizationId"
              params={{ organization: acting.slug, organizationId: id }}
            >
              {name}
              {nameLocal && nameLocal !== name && (
                <LangText language={homeLanguage(country)} className={styles.local}>
                  {nameLocal}
                </LangText>
              )}
            </Link>
          </span>
          <Tag>{text(`organization.kind.${kind}`)}</Tag>
          <span className={record.sub}>{[city, countryName(country)].filter(Boolean).join(' · ')}</span>
        </div>
        {isNoting ? (
          <NoteForm list={list} entry={entry} onDone={doneNoting} />
        ) : (
          entry.note && (
            <p dir="auto" className={record.prose}>
              {entry.note}
            </p>
          )
        )}
        <p className={record.sub}>
          {text('shortlist.added')} <LocalTime at={entry.addedAt} />
        </p>
        {takeOff.error && <ProblemNotice error={takeOff.error} />}
        {mayChange && (
          <div className={record.side}>
            <Button
              ref={noteButton}
              variant="default"
              aria-expanded={isNoting}
              aria-label={text('shortlist.entry.note-of', { name })}
              onClick={() => setNoting(!isNoting)}
            >
              {text(entry.note ? 'shortlist.entry.change-note' : 'shortlist.entry.add-note')}
            </Button>
            <Button
              variant="default"
              aria-label={text('shortlist.take-off-of', { name })}
              loading={takeOff.isPending}
              // The row may be gone before the answer is here; the way back is offered all the same.
              onClick={() =>
                void takeOff.mutateAsync({ list, organizationId: id }).then(onTakenOff, () => undefined)
              }
            >
              {text('shortlist.take-off')}
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}

function NoteForm(props: { list: Shortlist; entry: ShortlistEntry; onDone: () => void }) {
  const { list, entry, onDone } = props;
  const text = useText();
  const acting = useActingOrganization();
  const id = useId();
  const [note, setNote] = useState(entry.note ?? '');
  const put = useShortlistAct(acting.id, shortlists.put);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    put.mutate(
      { list, organizationId: entry.organization.id, note: note.trim() || null },
      { onSuccess: onDone },
    );
  };
  return (
    <form noValidate className={`${forms.form} ${record.block}`} onSubmit={submit}>
      {put.error && <ProblemNotice error={put.error} />}
      <TextAreaField
        name={id}
        label={text('shortlist.entry.note-of', { name: entry.organization.name })}
        dir="auto"
        minRows={2}
        autoFocus
        maxLength={MAX_NOTE}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={forms.bar}>
        <Button type="submit" loading={put.isPending}>
          {text('kept.save')}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {text('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
