import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { TextAreaField, TextField } from '../../components/field.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { SavedState } from '../../components/saved-state.js';
import { Waiting } from '../../components/waiting.js';
import { Autosave } from '../../forms/autosave.js';
import { ConceptPicker } from '../../forms/concept-picker.js';
import forms from '../../forms/forms.module.css';
import { useAutosave } from '../../forms/use-autosave.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { connectionState } from '../../lib/connection.js';
import { useMe } from '../../lib/me.js';
import { type Proposal, proposalQuery } from '../../lib/proposals.js';
import styles from './admission.module.css';
import {
  blankEntryProposal,
  entryProposalFormOf,
  entryProposalRecord,
  MAX_TEXT,
  MAX_TITLE,
} from './entry-proposal-form.js';

interface EntryProps {
  proposalId: string;
  language: string;
  onBegun: (id: string) => void;
}

/** The entry proposal, written within the application. */
export function EntryProposal({ proposalId, ...rest }: EntryProps) {
  const acting = useActingOrganization();
  // A proposal that is begun here gets its id while it is being written: the fields stay.
  const [known] = useState(proposalId);
  const { data, error } = useQuery({ ...proposalQuery(acting.id, known), enabled: known !== '' });
  if (known === '') return <EntryFields proposal={null} {...rest} />;
  if (error && !data) return <ProblemNotice error={error} />;
  return data ? <EntryFields proposal={data} {...rest} /> : <Waiting rows={2} height={120} />;
}

function EntryFields(props: Omit<EntryProps, 'proposalId'> & { proposal: Proposal | null }) {
  const { proposal, language, onBegun } = props;
  const text = useText();
  const me = useMe();
  const acting = useActingOrganization();
  const { autosave, editing } = useAutosave(() => {
    const start = proposal
      ? { id: proposal.id, version: proposal.version, form: entryProposalFormOf(proposal) }
      : { id: null, version: null, form: blankEntryProposal(language) };
    return new Autosave(entryProposalRecord(me.id, acting.id, onBegun), start, connectionState);
  });
  const { form, saved, problem } = editing;
  const written = { lang: form.language, dir: 'auto', autoComplete: 'off' } as const;
  return (
    <section className={forms.section} aria-labelledby="entry-proposal">
      <div className={styles.head}>
        <h2 id="entry-proposal">{text('admission.entry')}</h2>
        <SavedState saved={saved} />
      </div>
      <p className={forms.note}>{text('admission.entry.text')}</p>
      {saved.state === 'failed' && <ProblemNotice error={problem} />}
      <TextField
        {...written}
        name="title"
        label={text('admission.entry.title')}
        maxLength={MAX_TITLE}
        value={form.title}
        onChange={(event) => autosave.set('title', event.currentTarget.value)}
      />
      <TextAreaField
        {...written}
        name="summary"
        label={text('admission.entry.summary')}
        description={text('admission.entry.summary.note')}
        maxLength={MAX_TEXT}
        value={form.summary}
        onChange={(event) => autosave.set('summary', event.currentTarget.value)}
      />
      <TextAreaField
        {...written}
        name="partnersSought"
        label={text('admission.entry.partnersSought')}
        maxLength={MAX_TEXT}
        minRows={2}
        value={form.partnersSought}
        onChange={(event) => autosave.set('partnersSought', event.currentTarget.value)}
      />
      <ConceptPicker
        name="themes"
        kind="theme"
        label={text('admission.entry.themes')}
        description={text('admission.entry.themes.note')}
        value={form.themes}
        onChange={(themes) => autosave.set('themes', themes)}
      />
    </section>
  );
}
