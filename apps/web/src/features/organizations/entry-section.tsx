import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, ifMatch, read, run } from '../../lib/api.js';
import {
  entriesQuery,
  type Entry,
  type EntryKind,
  keepEntry,
  profileChanged,
  versionFor,
} from '../../lib/profile-entries.js';
import { queryClient } from '../../lib/query.js';
import { EntryEditor } from './entry-editor.js';
import { EntryView } from './entry-view.js';

/** An entry that is there already begins nothing. */
const stay = () => undefined;
const ICON = { size: 18, stroke: 1.5, 'aria-hidden': true } as const;

/** The entries of one kind: read, added, written, put into order and taken out, each by a button. */
export function EntrySection({ kind, entries }: { kind: EntryKind; entries: readonly Entry[] }) {
  const text = useText();
  const [open, setOpen] = useState<string | null>(null);
  const [begun, setBegun] = useState<string | null>(null);
  const close = () => {
    setOpen(null);
    setBegun(null);
  };
  const [said, setSaid] = useState('');
  const verbs = useEntryVerbs(setSaid);
  return (
    <Panel
      title={text(`profile.kind.${kind}`)}
      aside={
        <Button variant="default" disabled={open === 'new'} onClick={() => setOpen('new')}>
          {text(`profile.add.${kind}`)}
        </Button>
      }
      rows={
        <>
          {entries
            .filter(({ id }) => id !== begun)
            .map((entry, place) => (
              <li key={entry.id} className={record.entry}>
                {open === entry.id ? (
                  <EntryEditor kind={kind} entry={entry} onBegun={stay} onClose={close} />
                ) : (
                  <>
                    <EntryView entry={entry} />
                    {kind === 'picture' && <PictureTitle entry={entry} />}
                    <EntryButtons
                      entry={entry}
                      place={place}
                      last={entries.length - 1}
                      verbs={verbs}
                      onEdit={() => {
                        setBegun(null);
                        setOpen(entry.id);
                      }}
                    />
                  </>
                )}
              </li>
            ))}
          {open === 'new' && (
            <li className={record.entry}>
              <EntryEditor
                kind={kind}
                entry={entries.find(({ id }) => id === begun) ?? null}
                onBegun={setBegun}
                onClose={close}
              />
            </li>
          )}
        </>
      }
    >
      {entries.length === 0 && open !== 'new' && (
        <p className={record.silent}>{text('profile.entry.none')}</p>
      )}
      {verbs.error && <ProblemNotice error={verbs.error} />}
      <p role="status" className={forms.note}>
        {said}
      </p>
    </Panel>
  );
}

/** Readers hear it in place of the picture; who writes it sees it. */
function PictureTitle({ entry }: { entry: Entry }) {
  const text = useText();
  const { locale } = useIntl();
  return (
    <p className={record.sub}>
      {text('profile.picture.alt', { title: versionFor(entry.title, locale).text })}
    </p>
  );
}

type Verb = { entry: Entry } & ({ do: 'confirm' | 'remove' } | { do: 'move'; place: number });

function useEntryVerbs(say: (words: string) => void) {
  const text = useText();
  const { locale } = useIntl();
  const acting = useActingOrganization();
  const mutation = useMutation({
    mutationFn: async (verb: Verb) => {
      const { entry } = verb;
      const title = versionFor(entry.title, locale).text;
      const path = { id: entry.id };
      const { queryKey } = entriesQuery(acting.id, acting.id);
      switch (verb.do) {
        case 'confirm':
          keepEntry(
            acting.id,
            await read(api.POST('/api/v1/profile-entries/{id}/confirm', { params: { path } })),
          );
          return;
        case 'remove':
          await run(
            api.DELETE('/api/v1/profile-entries/{id}', { params: { path, header: ifMatch(entry.version) } }),
          );
          queryClient.setQueryData(queryKey, (all: Entry[] = []) => all.filter(({ id }) => id !== entry.id));
          say(text('profile.entry.removed', { title }));
          break;
        case 'move':
          await read(
            api.POST('/api/v1/profile-entries/{id}/move', {
              params: { path },
              body: { position: verb.place },
            }),
          );
          await queryClient.invalidateQueries({ queryKey });
          say(text('profile.entry.moved', { title, place: verb.place + 1 }));
      }
      profileChanged(acting.id);
    },
  });
  return { run: mutation.mutate, error: mutation.error };
}

function EntryButtons(props: {
  entry: Entry;
  place: number;
  last: number;
  verbs: { run: (verb: Verb) => void };
  onEdit: () => void;
}) {
  const { entry, place, last, verbs, onEdit } = props;
  const text = useText();
  const { locale } = useIntl();
  const title = versionFor(entry.title, locale).text;
  const button = (label: string, icon: React.ReactNode, onClick: () => void, disabled = false) => (
    <ActionIcon
      variant="default"
      size="lg"
      aria-label={label}
      title={label}
      onClick={onClick}
      disabled={disabled}
    >
      {icon}
    </ActionIcon>
  );
  return (
    <div className={forms.bar}>
      {button(text('profile.entry.edit', { title }), <IconPencil {...ICON} />, onEdit)}
      {button(
        text('profile.entry.up', { title }),
        <IconArrowUp {...ICON} />,
        () => verbs.run({ do: 'move', entry, place: place - 1 }),
        place === 0,
      )}
      {button(
        text('profile.entry.down', { title }),
        <IconArrowDown {...ICON} />,
        () => verbs.run({ do: 'move', entry, place: place + 1 }),
        place === last,
      )}
      {button(text('profile.entry.remove', { title }), <IconTrash {...ICON} />, () =>
        verbs.run({ do: 'remove', entry }),
      )}
      {entry.fact.stale && (
        <Button
          variant="default"
          aria-label={text('profile.fact.confirm-of', { title })}
          onClick={() => verbs.run({ do: 'confirm', entry })}
        >
          {text('profile.fact.confirm')}
        </Button>
      )}
    </div>
  );
}
