import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import { useIntl } from 'react-intl';
import { PageTitle } from '../../../components/page-title.js';
import { ProblemNotice } from '../../../components/problem-notice.js';
import { Waiting } from '../../../components/waiting.js';
import { useText } from '../../../i18n/use-text.js';
import { useActingOrganization } from '../../../lib/acting-organization.js';
import { type Comparison, comparisonQuery, proposalVersionsQuery } from './comparison-queries.js';
import { ComparedFields } from './compared-fields.js';
import { SaveVersionPdf } from './save-version-pdf.js';
import styles from './compare.module.css';

const route = getRouteApi('/signed-in/o/$organization/proposals/$proposalId/versions');

/** Two versions of a proposal beside each other; which ones, and whether all of them, stands in the address. */
export function ComparePage() {
  const text = useText();
  const organization = useActingOrganization();
  const { proposalId } = route.useParams();
  const versions = useQuery(proposalVersionsQuery(organization.id, proposalId));
  return (
    <>
      <PageTitle title={text('compare.title')} />
      {versions.error && <ProblemNotice error={versions.error} />}
      {versions.isPending && <Waiting rows={3} height={96} />}
      {versions.data && (
        <Chosen proposalId={proposalId} numbers={versions.data.map(({ number }) => number)} />
      )}
    </>
  );
}

function Chosen({ proposalId, numbers }: { proposalId: string; numbers: number[] }) {
  const text = useText();
  const { locale } = useIntl();
  const organization = useActingOrganization();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const newest = Math.max(1, ...numbers);
  const { from = Math.max(1, newest - 1), to = newest, all = false } = search;
  const language = locale.startsWith('ko') ? 'ko' : 'en';
  const comparison = useQuery(comparisonQuery(organization.id, proposalId, { from, to, language }));
  const choose = (next: typeof search): void =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  const options = numbers.map((number) => ({
    value: String(number),
    label: text('compare.version', { number }),
  }));
  return (
    <>
      <div className={styles.choices}>
        <NativeSelect
          label={text('compare.from')}
          data={options}
          value={String(from)}
          onChange={(event) => choose({ from: Number(event.currentTarget.value) })}
        />
        <NativeSelect
          label={text('compare.to')}
          data={options}
          value={String(to)}
          onChange={(event) => choose({ to: Number(event.currentTarget.value) })}
        />
        <Checkbox
          label={text('compare.all')}
          checked={all}
          onChange={(event) => choose({ all: event.currentTarget.checked || undefined })}
        />
        <SaveVersionPdf proposalId={proposalId} number={to} />
      </div>
      {comparison.error && <ProblemNotice error={comparison.error} />}
      {comparison.isPending && <Waiting rows={3} height={96} />}
      {comparison.data && <Compared comparison={comparison.data} all={all} />}
    </>
  );
}

function Compared({ comparison, all }: { comparison: Comparison; all: boolean }) {
  const text = useText();
  const fields = useRef<HTMLDivElement>(null);
  const changed = comparison.fields.filter(({ isChanged }) => isChanged);
  const different = comparison.fields.filter(({ isChanged, isReformatted }) => isChanged || isReformatted);
  return (
    <>
      <div className={styles.sum}>
        <p role="status">
          {text('compare.changes', { count: changed.length })}
          {different.length > changed.length && (
            <> {text('compare.formats', { count: different.length - changed.length })}</>
          )}
        </p>
        <Button
          variant="default"
          disabled={changed.length === 0}
          onClick={() => focusNextChange(fields.current)}
        >
          {text('compare.next')}
        </Button>
      </div>
      <div ref={fields} className={styles.fields}>
        <ComparedFields comparison={comparison} fields={all ? comparison.fields : different} />
      </div>
    </>
  );
}

/** Goes on to the change behind the one that was shown last, and round to the first. */
function focusNextChange(within: HTMLElement | null): void {
  const changes = [...(within?.querySelectorAll<HTMLElement>('ins, del') ?? [])];
  const last = changes.findIndex((change) => change.hasAttribute('data-shown'));
  changes[last]?.removeAttribute('data-shown');
  const next = changes[last + 1] ?? changes[0];
  next?.setAttribute('data-shown', '');
  next?.focus();
  next?.scrollIntoView({ block: 'center' });
}
