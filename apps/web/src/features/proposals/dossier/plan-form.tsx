import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Panel } from '../../../components/panel.js';
import { ProblemNotice } from '../../../components/problem-notice.js';
import record from '../../../components/record.module.css';
import { useText } from '../../../i18n/use-text.js';
import { consortiumOf, type Dossier, useSaveDossier } from './dossiers.js';

type Milestone = Dossier['workPlan'][number] & { key: number };

/** The work plan, to be written. */
export function PlanForm({ dossier }: { dossier: Dossier }) {
  const text = useText();
  const save = useSaveDossier(dossier.proposalId);
  // Null until something is written here: what others have saved meanwhile is what one goes on from.
  const [written, setWritten] = useState<readonly Milestone[] | null>(null);
  const plan = written ?? planOf(dossier);
  const setPlan = (change: (all: readonly Milestone[]) => readonly Milestone[]) =>
    setWritten((all) => change(all ?? planOf(dossier)));
  const set = (key: number, change: Partial<Milestone>) =>
    setPlan((all) => all.map((each) => (each.key === key ? { ...each, ...change } : each)));
  const send = () =>
    void save.mutateAsync({ workPlan: plan.map(({ key: _key, ...each }) => each) }).then(
      () => setWritten((now) => (now === written ? null : now)),
      () => undefined,
    );
  const isWhole = plan.every(({ title, due }) => title.trim() !== '' && due !== '');
  return (
    <Panel
      title={text('dossier.plan')}
      rows={plan.map((each) => (
        <li key={each.key} className={record.row}>
          <TextInput
            type="date"
            aria-label={text('dossier.plan.due')}
            value={each.due}
            onChange={(event) => set(each.key, { due: event.currentTarget.value })}
          />
          <TextInput
            className={record.main}
            aria-label={text('dossier.plan.title')}
            placeholder={text('dossier.plan.title')}
            maxLength={200}
            value={each.title}
            onChange={(event) => set(each.key, { title: event.currentTarget.value })}
          />
          <TextInput
            className={record.main}
            aria-label={text('dossier.plan.deliverable')}
            placeholder={text('dossier.plan.deliverable')}
            maxLength={200}
            value={each.deliverable ?? ''}
            onChange={(event) => set(each.key, { deliverable: event.currentTarget.value || null })}
          />
          <NativeSelect
            aria-label={text('dossier.by')}
            data={consortiumOf(dossier)}
            value={each.organizationId}
            onChange={(event) => set(each.key, { organizationId: event.currentTarget.value })}
          />
          <Button
            variant="subtle"
            aria-label={`${text('dossier.take-out')}: ${each.title}`}
            onClick={() => setPlan((all) => all.filter(({ key }) => key !== each.key))}
          >
            {text('dossier.take-out')}
          </Button>
        </li>
      ))}
    >
      <div className={record.side}>
        <Button
          variant="default"
          onClick={() =>
            setPlan((all) => [
              ...all,
              {
                key: Math.max(-1, ...all.map(({ key }) => key)) + 1,
                title: '',
                due: '',
                deliverable: null,
                organizationId: dossier.organizationId,
              },
            ])
          }
        >
          {text('dossier.plan.add')}
        </Button>
        <Button disabled={!isWhole} loading={save.isPending} onClick={send}>
          {text('dossier.plan.save')}
        </Button>
      </div>
      {save.error && <ProblemNotice error={save.error} />}
    </Panel>
  );
}

/** The plan as it was saved last. */
function planOf({ workPlan }: Dossier): readonly Milestone[] {
  return workPlan.map((each, key) => ({ ...each, key }));
}
