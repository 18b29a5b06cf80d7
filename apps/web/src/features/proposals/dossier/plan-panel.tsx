import { lazy, Suspense } from 'react';
import { LangText } from '../../../components/lang-text.js';
import { LocalTime } from '../../../components/local-time.js';
import { Panel } from '../../../components/panel.js';
import record from '../../../components/record.module.css';
import { Waiting } from '../../../components/waiting.js';
import { useText } from '../../../i18n/use-text.js';
import { type Dossier, memberName } from './dossiers.js';

const PlanForm = lazy(async () => ({ default: (await import('./plan-form.js')).PlanForm }));

/** What is reached when, and by whom. */
export function PlanPanel({ dossier, language }: { dossier: Dossier; language: string }) {
  const text = useText();
  if (dossier.abilities.edit) {
    return (
      <Suspense fallback={<Waiting rows={2} height={72} />}>
        <PlanForm dossier={dossier} />
      </Suspense>
    );
  }
  const { workPlan } = dossier;
  return (
    <Panel
      title={text('dossier.plan')}
      rows={workPlan.map(({ title, due, deliverable, organizationId }, index) => (
        <li key={index} className={record.row}>
          <LocalTime at={due} />
          <span className={record.main}>
            <LangText as="strong" language={language}>
              {title}
            </LangText>
            {deliverable && (
              <LangText as="p" language={language} className={record.sub}>
                {deliverable}
              </LangText>
            )}
          </span>
          <span>{memberName(dossier, organizationId)}</span>
        </li>
      ))}
    >
      {workPlan.length === 0 && <p className={record.sub}>{text('ledger.not-stated')}</p>}
    </Panel>
  );
}
