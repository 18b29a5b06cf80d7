import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { PathLink } from '../../../components/path-link.js';
import { ProblemNotice } from '../../../components/problem-notice.js';
import record from '../../../components/record.module.css';
import { Waiting } from '../../../components/waiting.js';
import { useText } from '../../../i18n/use-text.js';
import { useActingOrganization } from '../../../lib/acting-organization.js';
import type { Proposal } from '../../../lib/proposals.js';
import { AnnexesPanel } from './annexes-panel.js';
import { AnswersPanel } from './answers-panel.js';
import { BudgetPanel } from './budget-panel.js';
import { Checklist } from './checklist.js';
import { type Dossier, dossierQuery } from './dossiers.js';
import { LettersPanel } from './letters-panel.js';
import { PartPanel } from './part-panel.js';
import { PartnersPanel } from './partners-panel.js';
import { PeoplePanel } from './people-panel.js';
import { PlanPanel } from './plan-panel.js';
import { FrozenSections } from './frozen-sections.js';
import { StoryPanel } from './story-panel.js';

const SectionsPanel = lazy(async () => ({
  default: (await import('./sections-panel.js')).SectionsPanel,
}));

/** Everything around a proposal, for those who write, sign or support it. */
export function DossierPanels({ proposal }: { proposal: Proposal }) {
  const organization = useActingOrganization();
  const { data: dossier, error } = useQuery(dossierQuery(organization.id, proposal.id));
  if (!dossier) return error ? <ProblemNotice error={error} /> : <Waiting rows={3} height={96} />;
  return (
    <div className={record.stack}>
      <PartPanel dossier={dossier} />
      <RoomLink dossier={dossier} />
      {isOpen(dossier) && <Checklist dossier={dossier} />}
      {dossier.call && <AnswersPanel dossier={dossier} call={dossier.call} language={proposal.language} />}
      {isOpen(dossier) ? (
        <Suspense fallback={<Waiting rows={2} height={96} />}>
          <SectionsPanel dossier={dossier} language={proposal.language} />
        </Suspense>
      ) : (
        proposal.receipt && (
          <FrozenSections
            proposalId={proposal.id}
            number={proposal.receipt.number}
            language={proposal.language}
          />
        )
      )}
      <PartnersPanel
        dossier={dossier}
        currency={proposal.budget?.currency ?? dossier.call?.budgetCurrency ?? 'USD'}
      />
      <PlanPanel dossier={dossier} language={proposal.language} />
      <BudgetPanel dossier={dossier} budget={proposal.budget} language={proposal.language} />
      <AnnexesPanel dossier={dossier} />
      <LettersPanel dossier={dossier} />
      {WRITERS.includes(dossier.relation) && <PeoplePanel dossier={dossier} />}
      <StoryPanel proposalId={proposal.id} />
    </div>
  );
}

/** To the conversation of those who write it. */
function RoomLink({ dossier: { conversationId } }: { dossier: Dossier }) {
  const text = useText();
  const { slug } = useActingOrganization();
  if (conversationId === null) return null;
  return (
    <p>
      <PathLink path={`/o/${slug}/messages/${conversationId}`}>{text('dossier.conversation')}</PathLink>
    </p>
  );
}

/** Who takes part in the writing; cities that are asked for a letter, and who assesses it, do not. */
const WRITERS: readonly Dossier['relation'][] = ['own', 'partner', 'coauthor'];

const isOpen = ({ state }: Dossier): boolean => ['draft', 'more_info', 'revision_requested'].includes(state);
