import { Link } from '@tanstack/react-router';
import { useRichText, useText } from '../i18n/use-text.js';
import { useActingOrganization } from '../lib/acting-organization.js';
import type { ProposalCard, ProposalState } from '../lib/proposals.js';
import { LangText } from './lang-text.js';
import { LocalTime } from './local-time.js';
import styles from './record.module.css';
import { Tag, type Tone } from './tag.js';

const TONES: Readonly<Record<ProposalState, Tone>> = {
  draft: 'warning',
  submitted: 'success',
  under_review: 'success',
  more_info: 'warning',
  revision_requested: 'warning',
  accepted: 'success',
  conditional: 'success',
  waitlisted: 'neutral',
  rejected: 'neutral',
  withdrawn: 'neutral',
};

export function ProposalStateTag({ state }: { state: ProposalState }) {
  const text = useText();
  return <Tag tone={TONES[state]}>{text(`proposal.state.${state}`)}</Tag>;
}

/** One own proposal in a list. */
export function ProposalRow({ proposal }: { proposal: ProposalCard }) {
  const rich = useRichText();
  const { slug } = useActingOrganization();
  const { submittedAt } = proposal;
  return (
    <li className={styles.row}>
      <div className={styles.main}>
        <Link
          to="/o/$organization/proposals/$proposalId"
          params={{ organization: slug, proposalId: proposal.id }}
        >
          <LangText language={proposal.language}>{proposal.title}</LangText>
        </Link>
        <p className={styles.sub}>
          {submittedAt
            ? rich('proposal.submitted-at', { time: <LocalTime key="time" at={submittedAt} /> })
            : rich('proposal.changed-at', { time: <LocalTime key="time" at={proposal.updatedAt} /> })}
        </p>
      </div>
      <ProposalStateTag state={proposal.state} />
    </li>
  );
}
