import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { useCodeText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import type { Opportunity } from '../../lib/opportunities.js';
import { type Story, storyQuery } from './opportunity-requests.js';

/** What happened to an opportunity, newest first, and what changed while others could read it. */
export function OpportunityStory({ opportunity }: { opportunity: Opportunity }) {
  const text = useText();
  const organization = useActingOrganization();
  const { data } = useQuery(storyQuery(organization.id, opportunity.id, opportunity.version));
  if (!data || data.steps.length === 0) return null;
  const edits = data.versions.filter(({ changed }) => changed.length > 0);
  const lines = [
    ...data.steps.map((step) => ({
      at: step.at,
      key: `${step.verb} ${step.at}`,
      line: <StepLine step={step} />,
    })),
    ...edits.map((version) => ({
      at: version.at,
      key: `version ${version.version}`,
      line: <VersionLine version={version} />,
    })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <Panel
      title={text('opportunities.story')}
      rows={lines.map(({ at, key, line }) => (
        <li key={key} className={record.row}>
          <div className={record.main}>{line}</div>
          <span className={record.sub}>
            <LocalTime at={at} as="stamp" />
          </span>
        </li>
      ))}
    />
  );
}

function StepLine({ step }: { step: Story['steps'][number] }) {
  const words = useCodeText();
  const { verb, code, note, language } = step;
  const codes = verb === 'close' ? 'opportunities.reason' : 'opportunities.outcome';
  return (
    <>
      <p>{words('opportunities.step', verb, 'opportunities.step.other')}</p>
      {code !== null && <p className={record.sub}>{words(codes, code, 'opportunities.step.other')}</p>}
      {note !== null && (
        <LangText as="p" language={language ?? ''} className={record.sub}>
          {note}
        </LangText>
      )}
    </>
  );
}

function VersionLine({ version }: { version: Story['versions'][number] }) {
  const text = useText();
  const { formatList } = useIntl();
  const fields = formatList(version.changed.map((field) => text(`opportunities.field.${field}`)));
  return (
    <>
      <p>{text('opportunities.step.edit')}</p>
      <p className={record.sub}>{fields}</p>
    </>
  );
}
