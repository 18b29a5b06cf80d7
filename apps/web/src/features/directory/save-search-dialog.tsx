import { Button, NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Callout } from '../../components/callout.js';
import { Dialog } from '../../components/dialog.js';
import { TextField } from '../../components/field.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import type { DirectorySearch } from './directory-search.js';
import { ALERTS, type Alert, queryToKeep, savedSearches, useSavedSearchAct } from './saved-searches.js';
import { useSearchLine, useSearchParts } from './search-parts.js';

export const MAX_NAME = 200;

/** Keeps the search as it stands, with word of what will be new in it. */
export function SaveSearchDialog({ search, onClose }: { search: DirectorySearch; onClose: () => void }) {
  const text = useText();
  const acting = useActingOrganization();
  const line = useSearchLine()(search);
  const names = useSearchParts()(search).map((part) => part.name);
  const proposed = [...(search.q ? [search.q] : []), ...names].join(' · ');
  const [name, setName] = useState((proposed || text('saved-search.everything')).slice(0, MAX_NAME));
  const [alert, setAlert] = useState<Alert>('daily');
  const save = useSavedSearchAct(acting.id, savedSearches.save);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') save.mutate({ name: name.trim(), query: queryToKeep(search), alert });
  };
  if (save.isSuccess) {
    return (
      <Dialog title={text('saved-search.saved')} onClose={onClose}>
        <Callout tone="success" announce>
          <p>{text(`saved-search.saved.${alert}`)}</p>
        </Callout>
        <div className={forms.bar}>
          <Button onClick={onClose}>{text('dialog.close')}</Button>
          <Link to="/o/$organization/saved-searches" params={{ organization: acting.slug }}>
            {text('saved-search.all')}
          </Link>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title={text('saved-search.save')} onClose={onClose}>
      <p>{line ?? text('saved-search.everything')}</p>
      {save.error && <ProblemNotice error={save.error} />}
      <form noValidate className={forms.form} onSubmit={submit}>
        <TextField
          name="saved-search-name"
          label={text('saved-search.name')}
          dir="auto"
          autoComplete="off"
          maxLength={MAX_NAME}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={name.trim() === '' && text('saved-search.name.missing')}
        />
        <AlertField value={alert} onChange={setAlert} label={text('saved-search.alert')} />
        <div className={forms.bar}>
          <Button type="submit" loading={save.isPending}>
            {text('saved-search.do')}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {text('action.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** How often one is told of new results. */
export function AlertField(props: {
  value: Alert;
  onChange: (alert: Alert) => void;
  label?: string;
  'aria-label'?: string;
  disabled?: boolean;
}) {
  const { value, onChange, ...rest } = props;
  const text = useText();
  return (
    <NativeSelect
      {...rest}
      value={value}
      onChange={({ currentTarget }) => {
        const alert = ALERTS.find((each) => each === currentTarget.value);
        if (alert) onChange(alert);
      }}
      data={ALERTS.map((each) => ({ value: each, label: text(`saved-search.alert.${each}`) }))}
    />
  );
}
