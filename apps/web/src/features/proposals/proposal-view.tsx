import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Callout } from '../../components/callout.js';
import { ConceptTags } from '../../records/concept-tags.js';
import { Facts } from '../../records/facts.js';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { OrganizationName } from '../../records/organization-name.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { ProposalStateTag } from '../../components/proposal-row.js';
import record from '../../components/record.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { formatMoney } from '../../lib/money.js';
import type { Proposal } from '../../lib/proposals.js';
import { DossierPanels } from './dossier/dossier-panels.js';
import { OutcomePanel } from './dossier/outcome-panel.js';
import { partsQuery } from './dossier/dossiers.js';
import { ReopenProposal } from './dossier/reopen-proposal.js';
import { VersionLinks } from './compare/version-links.js';
import { ProposalMatches } from './proposal-matches.js';
import styles from './proposal.module.css';
import { useWithdrawProposal } from './submit-proposal.js';

/** A proposal to be read: handed in, taken back, or a draft of which the reader may see but not write. */
export function ProposalView({ proposal }: { proposal: Proposal }) {
  const text = useText();
  const { locale } = useIntl();
  const organization = useActingOrganization();
  const isOwn = proposal.organizationId === organization.id;
  const { title, language, summary, partnersSought, budget, period, receipt } = proposal;
  return (
    <>
      <PageTitle
        title={title}
        heading={<LangText language={language}>{title}</LangText>}
        actions={<ProposalStateTag state={proposal.state} />}
      />
      <div className={record.stack}>
        {proposal.state === 'submitted' && isOwn && (
          <Callout tone="success" title={text('proposals.handed-in')}>
            {text('proposals.handed-in.text')}
          </Callout>
        )}
        <Panel title={text('proposals.content')}>
          <div className={record.stack}>
            {summary && (
              <LangText as="p" language={language} className={record.prose}>
                {summary}
              </LangText>
            )}
            <Facts
              facts={[
                ...(isOwn
                  ? []
                  : [
                      [
                        text('proposals.by'),
                        <OrganizationName key="by" id={proposal.organizationId} />,
                      ] as const,
                    ]),
                [
                  text('proposals.field.partnersSought'),
                  partnersSought && (
                    <LangText as="p" language={language} className={record.prose}>
                      {partnersSought}
                    </LangText>
                  ),
                ],
                [text('proposals.field.themes'), tags(proposal.themes)],
                [text('proposals.field.collaboration'), tags(proposal.collaboration)],
                [text('proposals.field.sdgTargets'), tags(proposal.sdgTargets)],
                [text('proposals.field.budget'), budget && formatMoney(budget, locale)],
                [
                  text('proposals.field.period'),
                  period && (
                    <>
                      <LocalTime at={period.from} /> – <LocalTime at={period.to} />
                    </>
                  ),
                ],
              ]}
            />
          </div>
        </Panel>
        {isOwn && proposal.state === 'submitted' && <ProposalMatches proposalId={proposal.id} />}
        {receipt && <Receipt proposalId={proposal.id} receipt={receipt} />}
        <Ways proposal={proposal} isOwn={isOwn} />
      </div>
    </>
  );
}

/** What is around a proposal, and what its people may do with it. */
function Ways({ proposal, isOwn }: { proposal: Proposal; isOwn: boolean }) {
  return (
    <>
      <Around proposal={proposal} isOwn={isOwn} />
      {proposal.abilities.withdraw && <Withdraw proposal={proposal} />}
      {isOwn && proposal.state === 'withdrawn' && <ReopenProposal proposal={proposal} />}
    </>
  );
}

/** What a consortium gathers and learns; who was matched with the proposal reads none of it. */
function Around({ proposal, isOwn }: { proposal: Proposal; isOwn: boolean }) {
  const organization = useActingOrganization();
  const parts = useQuery(partsQuery(organization.id));
  const hasPart = parts.data?.items.some(({ proposalId }) => proposalId === proposal.id) === true;
  if (isOwn || hasPart) {
    return (
      <>
        <OutcomePanel proposal={proposal} />
        <DossierPanels proposal={proposal} />
      </>
    );
  }
  // Who assesses it sees what was handed in, and nothing while it is written again.
  const isBeingWritten = proposal.state === 'more_info' || proposal.state === 'revision_requested';
  return organization.kind === 'secretariat' && !isBeingWritten ? (
    <DossierPanels proposal={proposal} />
  ) : null;
}

function Receipt(props: { proposalId: string; receipt: NonNullable<Proposal['receipt']> }) {
  const { proposalId, receipt } = props;
  const text = useText();
  return (
    <Panel
      title={text('proposals.receipt')}
      aside={<VersionLinks proposalId={proposalId} number={receipt.number} />}
    >
      <Facts
        facts={[
          [text('proposals.receipt.version'), String(receipt.number)],
          [text('proposals.receipt.at'), <LocalTime key="at" at={receipt.submittedAt} as="stamp" />],
          [
            'SHA-256',
            <span key="hash" className={styles.hash}>
              {receipt.sha256}
            </span>,
          ],
        ]}
      />
    </Panel>
  );
}

function tags(codes: readonly string[]) {
  return codes.length > 0 && <ConceptTags codes={codes} />;
}

/** Taking back cannot be undone, so it is asked once more, in place. */
function Withdraw({ proposal }: { proposal: Proposal }) {
  const text = useText();
  const [isAsking, setAsking] = useState(false);
  const withdraw = useWithdrawProposal(proposal);
  if (!isAsking) {
    return (
      <div>
        <Button variant="default" onClick={() => setAsking(true)}>
          {text('proposals.withdraw')}
        </Button>
      </div>
    );
  }
  return (
    <Callout
      tone="warning"
      title={text('proposals.withdraw.sure')}
      action={
        <div className={record.side}>
          <Button color="danger" autoFocus loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {text('proposals.withdraw')}
          </Button>
          <Button variant="default" onClick={() => setAsking(false)}>
            {text('action.cancel')}
          </Button>
        </div>
      }
    >
      <p>{text('proposals.withdraw.text')}</p>
      {withdraw.error && <ProblemNotice error={withdraw.error} />}
    </Callout>
  );
}
