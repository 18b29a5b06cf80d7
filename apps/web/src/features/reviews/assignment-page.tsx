import { Button, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { Waiting } from '../../components/waiting.js';
import { ConceptPicker } from '../../forms/concept-picker.js';
import forms from '../../forms/forms.module.css';
import { LanguagesField } from '../../forms/languages-field.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { type ChosenReviewer, ReviewerPicker } from './reviewer-picker.js';
import {
  type Plan,
  planQuery,
  poolQuery,
  type Reviewer,
  useAddReviewer,
  useChangeReviewer,
  useConfirmPlan,
} from './reviews.js';
import styles from './reviews.module.css';

const route = getRouteApi('/signed-in/o/$organization/review-desk/$callId/reviewers');

/** Who reviews for the call, and who would be asked to review what: looked at first, then done as shown. */
export function AssignmentPage() {
  const text = useText();
  const organization = useActingOrganization();
  const { callId } = route.useParams();
  const pool = useQuery(poolQuery(organization.id, callId));
  const plan = useQuery(planQuery(organization.id, callId));
  const error = pool.error ?? plan.error;
  return (
    <>
      <PageTitle
        title={text('reviews.assignment')}
        lead={text('reviews.assignment.lead')}
        actions={
          <Link
            to="/o/$organization/review-desk/$callId"
            params={{ organization: organization.slug, callId }}
          >
            {text('reviews.desk')}
          </Link>
        }
      />
      {error && <ProblemNotice error={error} />}
      <div className={record.stack}>
        {plan.data ? <PlanPanel callId={callId} plan={plan.data} /> : !error && <Waiting rows={2} />}
        {pool.data && (
          <Panel
            title={text('reviews.pool')}
            rows={pool.data.items.map((reviewer) => (
              <ReviewerRow key={reviewer.id} callId={callId} reviewer={reviewer} />
            ))}
          />
        )}
        <AddReviewer callId={callId} />
      </div>
    </>
  );
}

function PlanPanel({ callId, plan }: { callId: string; plan: Plan }) {
  const text = useText();
  const confirm = useConfirmPlan(callId);
  const { assigned, unfilled, conflicts, loads } = plan;
  const after = loads.map(({ then }) => then);
  return (
    <Panel
      title={text('reviews.plan')}
      rows={assigned.map(({ proposalId, reviewerId, title, reviewer, readsLanguage, fit }) => (
        <li key={`${proposalId}-${reviewerId}`} className={record.row}>
          <div className={record.main}>
            {reviewer}
            <div className={record.sub}>{title}</div>
          </div>
          {!readsLanguage && <Tag tone="warning">{text('reviews.plan.language')}</Tag>}
          <span className={record.sub}>{text('reviews.plan.fit', { fit: Math.round(100 * fit) })}</span>
        </li>
      ))}
    >
      <p>{text('reviews.plan.count', { count: assigned.length, conflicts: conflicts.length })}</p>
      {after.length > 0 && <p>{text('reviews.plan.loads', loadsOf(after))}</p>}
      {unfilled.map(({ proposalId, title, missing, because }) => (
        <p key={proposalId}>
          <Tag tone="danger">{text('reviews.plan.missing', { count: missing })}</Tag> {title}:{' '}
          {text(`reviews.plan.${because}`)}
        </p>
      ))}
      {conflicts.map(({ proposalId, reviewerId, kind, because, reviewer, title }) => (
        <p key={`${proposalId}-${reviewerId}-${kind}-${because}`} className={forms.note}>
          {text(`reviews.conflict.${kind}`, { reviewer, title, because })}
        </p>
      ))}
      {confirm.error && <ProblemNotice error={confirm.error} />}
      {assigned.length > 0 && (
        <div className={styles.buttons}>
          <Button loading={confirm.isPending} onClick={() => confirm.mutate(plan.planHash)}>
            {text('reviews.do.confirm')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function ReviewerRow({ callId, reviewer }: { callId: string; reviewer: Reviewer }) {
  const text = useText();
  const change = useChangeReviewer(callId);
  const { name, organization, load, submitted, reviewLimit, isEnded } = reviewer;
  return (
    <li className={record.row}>
      <div className={record.main}>
        {name} · {organization}
        <div className={record.sub}>{text('reviews.pool.load', { load, submitted, limit: reviewLimit })}</div>
        {change.error && <ProblemNotice error={change.error} />}
      </div>
      {isEnded && <Tag>{text('reviews.pool.ended')}</Tag>}
      <Button
        variant="default"
        size="xs"
        loading={change.isPending}
        onClick={() => change.mutate({ reviewer, body: { isEnded: !isEnded } })}
      >
        {text(isEnded ? 'reviews.do.restore' : 'reviews.do.end')}
      </Button>
    </li>
  );
}

const NOTHING = { languages: [] as string[], expertise: [] as string[] };

function AddReviewer({ callId }: { callId: string }) {
  const text = useText();
  const [chosen, setChosen] = useState<ChosenReviewer | null>(null);
  const [skills, setSkills] = useState(NOTHING);
  const [limit, setLimit] = useState(10);
  const [round, setRound] = useState(0);
  const add = useAddReviewer(callId);
  const choose = (next: ChosenReviewer | null) => {
    setChosen(next);
    if (next && skills.languages.length === 0) setSkills({ ...skills, languages: [next.language] });
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!chosen) return;
    const { personId, organizationId } = chosen;
    const onSuccess = () => {
      setChosen(null);
      setSkills(NOTHING);
      setRound(round + 1);
    };
    add.mutate({ personId, organizationId, ...skills, reviewLimit: limit }, { onSuccess });
  };
  return (
    <Panel title={text('reviews.pool.add')}>
      <form className={forms.form} onSubmit={send} noValidate>
        <ReviewerPicker key={round} callId={callId} chosen={chosen} onChoose={choose} />
        <LanguagesField
          name="languages"
          label={text('reviews.pool.languages')}
          value={skills.languages}
          onChange={(languages) => setSkills({ ...skills, languages })}
        />
        <ConceptPicker
          name="expertise"
          label={text('reviews.pool.expertise')}
          kind="theme"
          value={skills.expertise}
          onChange={(expertise) => setSkills({ ...skills, expertise })}
        />
        <NumberInput
          id="reviewLimit"
          label={text('reviews.pool.limit')}
          min={1}
          max={500}
          value={limit}
          onChange={(value) => setLimit(Number(value) || 1)}
        />
        {add.error && <ProblemNotice error={add.error} />}
        <div>
          <Button type="submit" loading={add.isPending} disabled={!chosen}>
            {text('reviews.pool.add')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

/** `is`: whether all have the same number. */
function loadsOf(loads: readonly number[]): { least: number; most: number; is: string } {
  const [least, most] = [Math.min(...loads), Math.max(...loads)];
  return { least, most, is: least === most ? 'same' : 'apart' };
}
