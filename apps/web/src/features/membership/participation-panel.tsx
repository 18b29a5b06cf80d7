import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Callout } from '../../components/callout.js';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { mayWrite } from '../../lib/rights.js';
import { Facts } from '../../records/facts.js';
import { participationQuery } from './memberships.js';
import { useConfirm } from './membership-verbs.js';

/** The yearly word that the organization still takes part. Nothing where nothing has to be confirmed. */
export function ParticipationPanel() {
  const text = useText();
  const organization = useActingOrganization();
  const { data: participation } = useQuery(participationQuery(organization.id));
  const confirm = useConfirm();
  if (!participation) return null;
  const { confirmedAt, lapsedAt, dueAt } = participation;
  return (
    <Panel title={text('membership.participation')}>
      <div className={record.stack}>
        {lapsedAt && (
          <Callout tone="danger" title={text('membership.participation.hidden')}>
            {text('membership.participation.hidden.text')}
          </Callout>
        )}
        <p>{text('membership.participation.text')}</p>
        <Facts
          facts={[
            [text('membership.participation.confirmed'), <LocalTime key="at" at={confirmedAt} as="stamp" />],
            [
              text(lapsedAt ? 'membership.participation.closes' : 'membership.participation.due'),
              dueAt && <LocalTime key="due" at={dueAt} as="deadline" />,
            ],
          ]}
        />
        {confirm.error && <ProblemNotice error={confirm.error} />}
        <div>
          {mayWrite(organization, 'membership.apply') && (
            <Button
              variant={isSoon(dueAt) ? 'filled' : 'default'}
              loading={confirm.isPending}
              onClick={() => confirm.mutate(undefined)}
            >
              {text('membership.participation.confirm')}
            </Button>
          )}
          <p role="status">{confirm.isSuccess && text('membership.participation.thanks')}</p>
        </div>
      </div>
    </Panel>
  );
}

/** Within two months: until then the button is there for whoever wants it, and asks nobody. */
function isSoon(dueAt: string | null): boolean {
  return dueAt !== null && Date.parse(dueAt) - Date.now() < 60 * 86_400_000;
}
