import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { EmptyState } from '../../components/empty-state.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { FindingNav } from './finding-nav.js';
import { NameForm } from './name-form.js';
import { AlertField } from './save-search-dialog.js';
import {
  type SavedSearch,
  savedSearches,
  savedSearchesQuery,
  searchOf,
  useSavedSearchAct,
} from './saved-searches.js';
import { useSearchLine } from './search-parts.js';
import { Undo } from './undo.js';
import { ToDirectory } from './to-directory.js';

/** The searches one keeps, each with how often it brings news. */
export function SavedSearchesPage() {
  const text = useText();
  const acting = useActingOrganization();
  const { data, error, refetch } = useQuery(savedSearchesQuery(acting.id));
  const [gone, setGone] = useState<SavedSearch | null>(null);
  const restore = useSavedSearchAct(acting.id, savedSearches.restore);
  return (
    <>
      <PageTitle title={text('saved-search.title')} lead={text('saved-search.lead')} />
      <FindingNav />
      <Undo
        what={gone && text('saved-search.removed', { name: gone.name })}
        isPending={restore.isPending}
        onUndo={() => {
          if (gone) restore.mutate(gone, { onSuccess: () => setGone(null) });
        }}
      />
      {restore.error && <ProblemNotice error={restore.error} />}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting rows={3} height={72} />}
      {data?.length === 0 && (
        <EmptyState because="nothing" title={text('saved-search.none')} action={<ToDirectory />}>
          {text('saved-search.none.text')}
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <Panel
          rows={data.map((search) => (
            <SavedSearchRow key={search.id} search={search} onRemoved={() => setGone(search)} />
          ))}
        />
      )}
    </>
  );
}

function SavedSearchRow({ search, onRemoved }: { search: SavedSearch; onRemoved: () => void }) {
  const text = useText();
  const acting = useActingOrganization();
  const [isNaming, setNaming] = useState(false);
  const renameButton = useRef<HTMLButtonElement>(null);
  const doneNaming = () => {
    setNaming(false);
    renameButton.current?.focus();
  };
  const change = useSavedSearchAct(acting.id, savedSearches.alert);
  const rename = useSavedSearchAct(acting.id, savedSearches.rename);
  const remove = useSavedSearchAct(acting.id, savedSearches.remove);
  const failed = change.error ?? rename.error ?? remove.error;
  const { name } = search;
  const wanted = searchOf(search);
  const line = useSearchLine()(wanted) ?? text('saved-search.everything');
  return (
    <li className={record.row} data-saved-search={search.id}>
      <div className={record.main}>
        {isNaming ? (
          <NameForm
            label={text('saved-search.name')}
            name={name}
            isPending={rename.isPending}
            onSave={(next) => rename.mutate({ search, name: next }, { onSuccess: doneNaming })}
            onCancel={doneNaming}
          />
        ) : (
          <p dir="auto">
            <Link to="/o/$organization/directory" params={{ organization: acting.slug }} search={wanted}>
              {name}
            </Link>
          </p>
        )}
        {line !== name && <p className={record.sub}>{line}</p>}
        {failed && <ProblemNotice error={failed} />}
      </div>
      <div className={record.side}>
        <AlertField
          aria-label={text('saved-search.alert-of', { name })}
          value={search.alert}
          disabled={change.isPending}
          onChange={(alert) => change.mutate({ search, alert })}
        />
        <Button
          variant="default"
          ref={renameButton}
          aria-expanded={isNaming}
          aria-label={text('kept.rename-of', { name })}
          onClick={() => setNaming(!isNaming)}
        >
          {text('kept.rename')}
        </Button>
        <Button
          variant="default"
          aria-label={text('kept.remove-of', { name })}
          loading={remove.isPending}
          // The list may be read again, without this row, before the answer is here; the way back is offered all the same.
          onClick={() => void remove.mutateAsync(search).then(onRemoved, () => undefined)}
        >
          {text('kept.remove')}
        </Button>
      </div>
    </li>
  );
}
