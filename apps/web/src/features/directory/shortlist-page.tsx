import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { EmptyState } from '../../components/empty-state.js';
import { TextAreaField, TextField } from '../../components/field.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { mayWrite } from '../../lib/rights.js';
import { toggled } from './directory-search.js';
import { PickedBar } from './picked-bar.js';
import { MAX_NAME } from './save-search-dialog.js';
import { ShortlistEntryRow } from './shortlist-entry-row.js';
import {
  type Shortlist,
  type ShortlistEntry,
  shortlistQuery,
  shortlists,
  useShortlistAct,
} from './shortlists.js';
import { Undo } from './undo.js';
import { ToDirectory } from './to-directory.js';

const route = getRouteApi('/signed-in/o/$organization/shortlists/$shortlistId');
const MAX_NOTE = 2_000;

/** One list: who is on it and why; any four of them can be put side by side. */
export function ShortlistPage() {
  const text = useText();
  const acting = useActingOrganization();
  const { shortlistId } = route.useParams();
  const { data: list } = useSuspenseQuery(shortlistQuery(acting.id, shortlistId));
  const [isChanging, setChanging] = useState(false);
  const changeButton = useRef<HTMLButtonElement>(null);
  const doneChanging = () => {
    setChanging(false);
    changeButton.current?.focus();
  };
  const mayChange = mayWrite(acting, 'shortlist.update');
  return (
    <>
      <PageTitle
        title={list.name}
        heading={<bdi>{list.name}</bdi>}
        lead={list.note}
        actions={
          <>
            <Button
              variant="default"
              renderRoot={(props) => (
                <Link to="/o/$organization/shortlists" params={{ organization: acting.slug }} {...props} />
              )}
            >
              {text('shortlist.all')}
            </Button>
            {mayChange && (
              <Button
                ref={changeButton}
                variant="default"
                aria-expanded={isChanging}
                onClick={() => setChanging(!isChanging)}
              >
                {text('shortlist.change')}
              </Button>
            )}
          </>
        }
      />
      {isChanging && <ChangeForm list={list} onDone={doneChanging} />}
      <Entries list={list} mayChange={mayChange} />
    </>
  );
}

function Entries({ list, mayChange }: { list: Shortlist; mayChange: boolean }) {
  const text = useText();
  const acting = useActingOrganization();
  const [picked, setPicked] = useState<string[]>([]);
  const [gone, setGone] = useState<ShortlistEntry | null>(null);
  const restore = useShortlistAct(acting.id, shortlists.put);
  const present = picked.filter((id) => list.entries.some(({ organization }) => organization.id === id));
  return (
    <>
      <Undo
        what={gone && text('shortlist.taken-off', { name: gone.organization.name })}
        isPending={restore.isPending}
        onUndo={() => {
          if (!gone) return;
          const { organization, note } = gone;
          restore.mutate({ list, organizationId: organization.id, note }, { onSuccess: () => setGone(null) });
        }}
      />
      {restore.error && <ProblemNotice error={restore.error} />}
      <PickedBar picked={present} onClear={() => setPicked([])} />
      {list.entries.length === 0 ? (
        <EmptyState because="nothing" title={text('shortlist.empty')} action={<ToDirectory />}>
          {text('shortlist.empty.text')}
        </EmptyState>
      ) : (
        <Panel
          title={text('shortlist.count', { count: list.entries.length })}
          rows={list.entries.map((entry) => (
            <ShortlistEntryRow
              key={entry.organization.id}
              list={list}
              entry={entry}
              mayChange={mayChange}
              isPicked={present.includes(entry.organization.id)}
              onPick={() => setPicked(toggled({ picked: present }, entry.organization.id).picked ?? [])}
              onTakenOff={() => setGone(entry)}
            />
          ))}
        />
      )}
      <p className={record.sub}>{text('shortlist.shared')}</p>
    </>
  );
}

function ChangeForm({ list, onDone }: { list: Shortlist; onDone: () => void }) {
  const text = useText();
  const acting = useActingOrganization();
  const navigate = useNavigate();
  const [name, setName] = useState(list.name);
  const [note, setNote] = useState(list.note ?? '');
  const change = useShortlistAct(acting.id, shortlists.change);
  const end = useShortlistAct(acting.id, async () => {
    await shortlists.end(list);
    await navigate({ to: '/o/$organization/shortlists', params: { organization: acting.slug } });
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    change.mutate({ list, name: name.trim(), note: note.trim() || null }, { onSuccess: onDone });
  };
  return (
    <form noValidate className={`${forms.form} ${record.block}`} onSubmit={submit}>
      {(change.error ?? end.error) && <ProblemNotice error={change.error ?? end.error} />}
      <TextField
        name="name"
        label={text('shortlist.name')}
        dir="auto"
        autoFocus
        maxLength={MAX_NAME}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={name.trim() === '' && text('saved-search.name.missing')}
      />
      <TextAreaField
        name="note"
        label={text('shortlist.note')}
        dir="auto"
        minRows={2}
        maxLength={MAX_NOTE}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={forms.bar}>
        <Button type="submit" loading={change.isPending}>
          {text('kept.save')}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {text('action.cancel')}
        </Button>
        <Button
          variant="subtle"
          color="danger"
          loading={end.isPending}
          onClick={() =>
            window.confirm(text('shortlist.end.sure', { name: list.name })) && end.mutate(undefined)
          }
        >
          {text('shortlist.end')}
        </Button>
      </div>
    </form>
  );
}
