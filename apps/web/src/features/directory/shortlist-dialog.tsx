import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../components/dialog.js';
import { TextField } from '../../components/field.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { Waiting } from '../../components/waiting.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import styles from './directory.module.css';
import { MAX_NAME } from './save-search-dialog.js';
import { type Shortlist, shortlists, shortlistsQuery, useShortlistAct } from './shortlists.js';

/** What is put on a list. */
export interface Candidate {
  id: string;
  name: string;
}

/** Puts an organization on lists of ours and takes it off again; every tick counts at once. */
export function ShortlistDialog({ candidate, onClose }: { candidate: Candidate; onClose: () => void }) {
  const text = useText();
  const acting = useActingOrganization();
  const { data, error, refetch } = useQuery(shortlistsQuery(acting.id));
  return (
    <Dialog title={text('shortlist.put', { name: candidate.name })} onClose={onClose}>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting rows={2} height={36} />}
      {data && data.length > 0 && (
        <fieldset className={forms.group}>
          <legend className={forms.legend}>{text('shortlist.title')}</legend>
          <div className={styles.ticks}>
            {data.map((list) => (
              <ListTick key={list.id} list={list} candidate={candidate} />
            ))}
          </div>
        </fieldset>
      )}
      {data && <NewList candidate={candidate} isFirst={data.length === 0} />}
      <div className={forms.bar}>
        <Button variant="default" onClick={onClose}>
          {text('dialog.close')}
        </Button>
        <Link to="/o/$organization/shortlists" params={{ organization: acting.slug }}>
          {text('shortlist.all')}
        </Link>
      </div>
    </Dialog>
  );
}

function ListTick({ list, candidate }: { list: Shortlist; candidate: Candidate }) {
  const acting = useActingOrganization();
  const put = useShortlistAct(acting.id, shortlists.put);
  const takeOff = useShortlistAct(acting.id, shortlists.takeOff);
  const isOn = list.entries.some(({ organization }) => organization.id === candidate.id);
  const organizationId = candidate.id;
  return (
    <>
      <Checkbox
        label={<bdi>{list.name}</bdi>}
        checked={isOn}
        disabled={put.isPending || takeOff.isPending}
        onChange={() => {
          if (isOn) takeOff.mutate({ list, organizationId });
          else put.mutate({ list, organizationId, note: null });
        }}
      />
      {(put.error ?? takeOff.error) && <ProblemNotice error={put.error ?? takeOff.error} />}
    </>
  );
}

function NewList({ candidate, isFirst }: { candidate: Candidate; isFirst: boolean }) {
  const text = useText();
  const acting = useActingOrganization();
  const [name, setName] = useState('');
  const begin = useShortlistAct(acting.id, shortlists.beginWith);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    begin.mutate({ name: name.trim(), organizationId: candidate.id }, { onSuccess: () => setName('') });
  };
  return (
    <form noValidate className={forms.form} onSubmit={submit}>
      <TextField
        name="shortlist-name"
        label={text(isFirst ? 'shortlist.first' : 'shortlist.new')}
        description={text('shortlist.new.note')}
        dir="auto"
        autoComplete="off"
        maxLength={MAX_NAME}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {begin.error && <ProblemNotice error={begin.error} />}
      <div className={forms.bar}>
        <Button type="submit" disabled={name.trim() === ''} loading={begin.isPending}>
          {text('shortlist.new.with')}
        </Button>
      </div>
    </form>
  );
}
