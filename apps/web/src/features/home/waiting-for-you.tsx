import { Link } from '@tanstack/react-router';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import { PathLink } from '../../components/path-link.js';
import record from '../../components/record.module.css';
import { useRichText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { useMe } from '../../lib/me.js';
import { type Notice, noticesQuery } from '../../lib/notices.js';
import { usePages } from '../../lib/pages.js';
import type { ProposalCard } from '../../lib/proposals.js';
import { useRecentProposals } from './recent-proposals.js';

const MOST_ROWS = 5;
const WAITING = noticesQuery({ group: 'waiting', state: 'open', limit: MOST_ROWS });

/** What of the inbox waits for an answer, and unfinished drafts. Nothing waits: one line says so. */
export function WaitingForYou() {
  const text = useText();
  const { slug } = useActingOrganization();
  const notices = usePages(WAITING);
  const proposals = useRecentProposals();
  const drafts = proposals.items.filter(({ state }) => state === 'draft');
  const rows = [
    ...notices.items.map((notice) => <NoticeRow key={notice.id} notice={notice} />),
    ...drafts.map((draft) => <DraftRow key={draft.id} draft={draft} />),
  ].slice(0, MOST_ROWS);
  const all = (
    <Link to="/o/$organization/notices" params={{ organization: slug }}>
      {text('nav.notices')}
    </Link>
  );
  if (rows.length > 0) return <Panel title={text('home.waiting')} aside={all} rows={rows} />;
  if (notices.isPending || proposals.isPending) return null;
  return <Panel title={text('home.waiting')}>{text('home.waiting.none')}</Panel>;
}

function NoticeRow({ notice }: { notice: Notice }) {
  const me = useMe();
  return (
    <li className={record.row}>
      <div className={record.main}>
        <PathLink path={notice.path}>
          <LangText language={me.language}>{notice.text}</LangText>
        </PathLink>
        <p className={record.sub}>
          <LocalTime at={notice.toldAt} />
        </p>
      </div>
    </li>
  );
}

function DraftRow({ draft }: { draft: ProposalCard }) {
  const rich = useRichText();
  const { slug } = useActingOrganization();
  return (
    <li className={record.row}>
      <div className={record.main}>
        <Link
          to="/o/$organization/proposals/$proposalId"
          params={{ organization: slug, proposalId: draft.id }}
        >
          {rich('home.waiting.draft', {
            title: (
              <LangText key="title" language={draft.language}>
                {draft.title}
              </LangText>
            ),
          })}
        </Link>
        <p className={record.sub}>
          {rich('proposal.changed-at', { time: <LocalTime key="time" at={draft.updatedAt} /> })}
        </p>
      </div>
    </li>
  );
}
