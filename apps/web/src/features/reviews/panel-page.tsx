import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { Waiting } from '../../components/waiting.js';
import { useCodeText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { DecisionForm } from './decision-form.js';
import { PanelTalk } from './panel-talk.js';
import { ReadableProposal } from './readable-proposal.js';
import { type Panel as DeskPanel, panelQuery, type Sheet, sheetQuery, usePanelStep } from './reviews.js';
import styles from './reviews.module.css';
import { StepForms } from './step-forms.js';
import { REVIEW_TONES } from './tones.js';

const route = getRouteApi('/signed-in/o/$organization/review-desk/$callId/proposals/$proposalId');

/** One proposal on the desk: the document, what reviewers found, and the next step. */
export function PanelPage() {
  const text = useText();
  const organization = useActingOrganization();
  const { callId, proposalId } = route.useParams();
  const { data: panel, error } = useQuery(panelQuery(organization.id, callId, proposalId));
  const { data: sheet } = useQuery(sheetQuery(organization.id, callId));
  if (error && !panel) {
    return (
      <>
        <PageTitle title={text('reviews.proposal')} />
        <ProblemNotice error={error} />
      </>
    );
  }
  if (!panel) return <Waiting rows={4} height={96} />;
  return (
    <>
      <PageTitle
        title={panel.content.title}
        actions={
          <Link
            to="/o/$organization/review-desk/$callId"
            params={{ organization: organization.slug, callId }}
          >
            {text('reviews.desk')}
          </Link>
        }
      />
      <div className={styles.desk}>
        <div className={record.stack}>
          <ReadableProposal proposal={panel.content} />
        </div>
        <div className={styles.rubric}>
          {sheet && <NextStep sheet={sheet} panel={panel} />}
          <Reviews panel={panel} />
          {sheet?.abilities.manage && panel.reviews.length > 0 && <Talk callId={callId} panel={panel} />}
          <Story panel={panel} />
        </div>
      </div>
    </>
  );
}

function NextStep({ sheet, panel }: { sheet: Sheet; panel: DeskPanel }) {
  const row = sheet.rows.find(({ proposalId }) => proposalId === panel.proposalId);
  return (
    <>
      <StepForms key={panel.proposalId} sheet={sheet} panel={panel} />
      {row && <DecisionForm key={row.proposalId} sheet={sheet} row={row} />}
    </>
  );
}

function Talk({ callId, panel }: { callId: string; panel: DeskPanel }) {
  const text = useText();
  const step = usePanelStep({ id: callId, proposalId: panel.proposalId });
  return (
    <PanelTalk
      comments={panel.comments.map((one) => ({
        ...one,
        from: one.from === 'chair' ? text('reviews.from.chair') : one.from,
      }))}
      isSending={step.isPending}
      error={step.error}
      onSay={(body) => step.mutateAsync({ verb: 'comment', body })}
    />
  );
}

function Reviews({ panel }: { panel: DeskPanel }) {
  const text = useText();
  if (panel.reviews.length === 0) return null;
  return (
    <Panel
      title={text('reviews.title')}
      rows={panel.reviews.map((review) => (
        <li key={review.id} className={record.entry}>
          <span className={record.strong}>
            {review.reviewer} · {review.organization}
          </span>
          <span>
            <Tag tone={REVIEW_TONES[review.state]}>{text(`reviews.state.${review.state}`)}</Tag>{' '}
            {review.total !== null && text('reviews.total', { total: review.total })}
          </span>
          {[review.reason, review.comment, review.note].filter(Boolean).map((words, index) => (
            <LangText key={index} as="p" language={review.language ?? 'en'} className={record.prose}>
              {words}
            </LangText>
          ))}
        </li>
      ))}
    />
  );
}

function Story({ panel }: { panel: DeskPanel }) {
  const text = useText();
  const code = useCodeText();
  if (panel.steps.length === 0) return null;
  return (
    <Panel
      title={text('reviews.story')}
      rows={panel.steps.map(({ id, verb, ruleNumber, words, language, at }) => (
        <li key={id} className={record.entry}>
          <span>
            {code('reviews.step', verb, 'reviews.step.other')}
            {ruleNumber !== null && ` (${ruleNumber})`} · <LocalTime at={at} />
          </span>
          {words && (
            <LangText as="p" language={language ?? 'en'} className={record.prose}>
              {words}
            </LangText>
          )}
        </li>
      ))}
    />
  );
}
