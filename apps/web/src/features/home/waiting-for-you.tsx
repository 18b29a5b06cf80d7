import { Link } from '@tanstack/react-router';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { useRichText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { type Interest, interestsQuery } from '../../lib/matches.js';
import { usePages } from '../../lib/pages.js';
import type { ProposalCard } from '../../lib/proposals.js';
import { useRecentProposals } from './recent-proposals.js';

const MOST_ROWS = 5;

/** What somebody else, or an unfinished draft, waits for. Nothing waits: one line says so. */
export function WaitingForYou() {
  const text = useText();
  const { id } = useActingOrganization();
  const interests = usePages(
    interestsQuery(id, { direction: 'received', state: ['sent'], limit: MOST_ROWS }),
  );
  const proposals = useRecentProposals();
  const drafts = proposals.items.filter(({ state }) => state === 'draft');
  const rows = [
    ...interests.items.map((interest) => <InterestRow key={interest.id} interest={interest} />),
    ...drafts.map((draft) => <DraftRow key={draft.id} draft={draft} />),
  ].slice(0, MOST_ROWS);
  if (rows.length > 0) return <Panel title={text('home.waiting')} rows={rows} />;
  if (interests.isPending || proposals.isPending) return null;
  return <Panel title={text('home.waiting')}>{text('home.waiting.none')}</Panel>;
}

function InterestRow({ interest }: { interest: Interest }) {
  const text = useText();
  const rich = useRichText();
  const { slug } = useActingOrganization();
  const { counterpart } = interest;
  // What they bring is what they want to talk about; else what of ours they answered.
  const topic = interest.object?.title ? interest.object : interest.subject;
  return (
    <li className={record.row}>
      <div className={record.main}>
        <p>
          {topic.title
            ? rich('home.waiting.interest-in', {
                name: <strong key="name">{counterpart.name}</strong>,
                title: (
                  <LangText key="title" language={topic.language}>
                    {topic.title}
                  </LangText>
                ),
              })
            : rich('home.waiting.interest', { name: <strong key="name">{counterpart.name}</strong> })}
        </p>
        <p className={record.sub}>
          <LocalTime at={interest.sentAt} />
        </p>
      </div>
      <Link
        to="/o/$organization/matches/$matchId"
        params={{ organization: slug, matchId: interest.matchId }}
        aria-label={text('home.waiting.answer-to', { name: counterpart.name })}
      >
        {text('home.waiting.answer')}
      </Link>
    </li>
  );
}

function DraftRow({ draft }: { draft: ProposalCard }) {
  const text = useText();
  const rich = useRichText();
  const { slug } = useActingOrganization();
  return (
    <li className={record.row}>
      <div className={record.main}>
        <p>
          {rich('home.waiting.draft', {
            title: (
              <LangText key="title" language={draft.language}>
                {draft.title}
              </LangText>
            ),
          })}
        </p>
        <p className={record.sub}>
          {rich('proposal.changed-at', { time: <LocalTime key="time" at={draft.updatedAt} /> })}
        </p>
      </div>
      <Link
        to="/o/$organization/proposals/$proposalId"
        params={{ organization: slug, proposalId: draft.id }}
        aria-label={text('home.waiting.go-on-with', { title: draft.title })}
      >
        {text('home.waiting.go-on')}
      </Link>
    </li>
  );
}
