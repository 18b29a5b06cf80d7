import { IconAlertTriangle, IconEye, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { useCodeText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import styles from './opportunity-desk.module.css';
import { changesOf, type OpportunityForm } from './opportunity-form.js';
import { type Check, checkQuery, type Finding } from './opportunity-requests.js';

const CHECK_AFTER_MS = 700;
const ICONS = { refusal: IconAlertTriangle, look: IconEye, warning: IconInfoCircle } as const;

/** The quality check of what is being written, a moment after the last letter. */
export function LiveCheck({ id, form }: { id: string | null; form: OpportunityForm }) {
  const text = useText();
  const organization = useActingOrganization();
  const settled = useSettled(form);
  const { title, ...rest } = settled;
  const changes = changesOf(title.trim() === '' ? rest : settled);
  const { data } = useQuery(checkQuery(organization.id, { id, version: null }, changes));
  return (
    <Panel title={text('opportunities.check')}>
      <div aria-live="polite">
        {data ? <Findings check={data} /> : <p className={record.sub}>{text('opportunities.check.soon')}</p>}
      </div>
    </Panel>
  );
}

/** What the check of a saved one finds, for whoever decides on it. */
export function SavedCheck({ id, version }: { id: string; version: number }) {
  const text = useText();
  const organization = useActingOrganization();
  const { data } = useQuery(checkQuery(organization.id, { id, version }, {}));
  return <Panel title={text('opportunities.check')}>{data && <Findings check={data} />}</Panel>;
}

function Findings({ check }: { check: Check }) {
  const text = useText();
  return (
    <div className={record.stack}>
      <p className={record.strong}>{text(`opportunities.check.verdict.${check.verdict}`)}</p>
      {check.findings.length > 0 && (
        <ul className={styles.findings}>
          {check.findings.map((finding) => (
            <FindingLine key={`${finding.rule} ${finding.pointer} ${finding.quote}`} finding={finding} />
          ))}
        </ul>
      )}
    </div>
  );
}

function FindingLine({ finding }: { finding: Finding }) {
  const text = useText();
  const words = useCodeText();
  const { slug } = useActingOrganization();
  const { rule, code, severity, quote, otherId } = finding;
  const Icon = ICONS[severity];
  return (
    <li className={styles.finding}>
      <Icon size={20} stroke={1.5} className={styles[severity]} aria-hidden />
      <div>
        <p>{words('opportunities.check', code, 'opportunities.check.other')}</p>
        {quote !== null && <q className={record.sub}>{quote}</q>}
        {otherId !== null && (
          <Link
            to="/o/$organization/opportunities/$opportunityId"
            params={{ organization: slug, opportunityId: otherId }}
          >
            {text('opportunities.check.see-other')}
          </Link>
        )}
        <p className={record.sub}>
          {text('opportunities.check.rule', {
            rule,
            severity: text(`opportunities.check.severity.${severity}`),
          })}
        </p>
      </div>
    </li>
  );
}

/** The form as it stood when writing paused. */
function useSettled(form: OpportunityForm): OpportunityForm {
  const [settled, setSettled] = useState(form);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(form), CHECK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [form]);
  return settled;
}
