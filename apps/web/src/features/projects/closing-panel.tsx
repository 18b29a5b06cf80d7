import { Button, Checkbox } from '@mantine/core';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import styles from './projects.module.css';
import { type Project, useProjectStep } from './projects.js';

const NEEDS = ['milestones', 'final-report', 'results', 'ratings'] as const;

/** What an end needs, what of it is there, and the steps that lead to it. */
export function ClosingPanel({ project }: { project: Project }) {
  const text = useText();
  const step = useProjectStep(project.id);
  const { abilities, missing, state } = project;
  if (state === 'terminated') return null;
  const mayBegin = !missing.includes('milestones');
  return (
    <Panel
      title={text('projects.closing')}
      rows={
        state !== 'closed' &&
        NEEDS.map((need) => (
          <li key={need} className={record.row}>
            <span className={record.main}>{text(`projects.need.${need}`)}</span>
            <Tag tone={missing.includes(need) ? 'warning' : 'success'}>
              {text(missing.includes(need) ? 'projects.need.open' : 'projects.need.there')}
            </Tag>
          </li>
        ))
      }
    >
      <div className={styles.stack}>
        <Consent project={project} />
        {(abilities.beginClosing || abilities.close) && (
          <div className={styles.buttons}>
            {abilities.beginClosing && (
              <Button
                disabled={!mayBegin}
                loading={step.isPending}
                onClick={() => step.mutate({ verb: 'begin-closing' })}
              >
                {text('projects.do.begin-closing')}
              </Button>
            )}
            {abilities.close && (
              <Button
                disabled={missing.length > 0}
                loading={step.isPending}
                onClick={() => step.mutate({ verb: 'close' })}
              >
                {text('projects.do.close')}
              </Button>
            )}
          </div>
        )}
        {abilities.beginClosing && !mayBegin && (
          <p className={record.sub}>{text('projects.begin-closing.note')}</p>
        )}
        {step.error && <ProblemNotice error={step.error} />}
      </div>
    </Panel>
  );
}

function Consent({ project }: { project: Project }) {
  const text = useText();
  const organization = useActingOrganization();
  const step = useProjectStep(project.id);
  const own = project.partners.find((partner) => partner.organization.id === organization.id);
  if (!own || !project.abilities.consent)
    return <p className={record.sub}>{text('projects.closing.lead')}</p>;
  return (
    <>
      <p className={record.sub}>{text('projects.closing.lead')}</p>
      <Checkbox
        label={text(own.isLead ? 'projects.consent.lead' : 'projects.consent.partner')}
        checked={own.consents === true}
        disabled={step.isPending}
        onChange={(event) =>
          step.mutate({ verb: 'consent', body: { consents: event.currentTarget.checked } })
        }
      />
      {step.error && <ProblemNotice error={step.error} />}
    </>
  );
}
