import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { ProblemNotice } from '../../components/problem-notice.js';
import { SavedState } from '../../components/saved-state.js';
import { Autosave } from '../../forms/autosave.js';
import { ChangedElsewhere } from '../../forms/changed-elsewhere.js';
import forms from '../../forms/forms.module.css';
import { useAutosave } from '../../forms/use-autosave.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { connectionState } from '../../lib/connection.js';
import { useMe } from '../../lib/me.js';
import { type Entry, type EntryKind, keepEntry } from '../../lib/profile-entries.js';
import { EntryFields } from './entry-fields.js';
import { useEntryLabels } from './entry-labels.js';
import { blankEntry, type EntryForm, entryForm, entryRecord } from './entry-form.js';
import { Translations } from './translations.js';

/** Writes one entry, saved as it is written; a new one begins with its title. */
export function EntryEditor(props: {
  kind: EntryKind;
  entry: Entry | null;
  /** Told once the server has the entry. */
  onBegun: (id: string) => void;
  onClose: () => void;
}) {
  const { kind, entry, onBegun, onClose } = props;
  const text = useText();
  const { locale } = useIntl();
  const me = useMe();
  const acting = useActingOrganization();
  const { autosave, editing } = useAutosave(() => {
    const start = entry
      ? { id: entry.id, version: entry.version, form: entryForm(entry) }
      : { id: null, version: null, form: blankEntry(locale) };
    const made = new Autosave<EntryForm>(
      entryRecord(me.id, acting.id, kind, (): EntryForm => made.state.get().form),
      start,
      connectionState,
    );
    return made;
  });
  const { id } = editing;
  useEffect(() => {
    if (id !== null) onBegun(id);
  }, [id, onBegun]);
  const { saved, problem } = editing;
  const labels = useEntryLabels(kind);
  // Of a new entry the name stays while it becomes one, so that the field that is written in stays the same.
  const [name] = useState(`${kind}-${entry?.id ?? 'new'}`);
  return (
    <div className={forms.section}>
      <div className={forms.bar}>
        <SavedState saved={saved} />
      </div>
      {(saved.state === 'failed' || saved.state === 'offline') && <ProblemNotice error={problem} />}
      <ChangedElsewhere
        editing={editing}
        nameOf={(field) => (field === 'title' ? labels.title : text('forms.changed-elsewhere.other'))}
        show={(_, value) => (typeof value === 'string' ? value : text('forms.changed-elsewhere.other'))}
      />
      <EntryFields
        name={name}
        kind={kind}
        form={editing.form}
        set={(field, value) => autosave.set(field, value)}
      />
      {entry && (
        <Translations
          name={name}
          original={entry.language}
          fields={[
            { name: 'title', label: labels.title, text: entry.title },
            { name: 'text', label: labels.text, text: entry.text },
          ]}
          save={async (translation) => {
            // The original goes first: a translation is made of what is on the server.
            await autosave.save();
            const translated = await read(
              api.PUT('/api/v1/profile-entries/{id}/translation', {
                params: {
                  path: { id: entry.id },
                  header: ifMatch(autosave.state.get().version ?? entry.version),
                },
                body: translation,
              }),
            );
            keepEntry(acting.id, translated);
          }}
        />
      )}
      <div className={forms.bar}>
        <Button
          variant="default"
          onClick={() => {
            void autosave.save().then(onClose);
          }}
        >
          {text('profile.entry.close')}
        </Button>
      </div>
    </div>
  );
}
