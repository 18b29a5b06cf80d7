import { useSuspenseQuery } from '@tanstack/react-query';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { firstRunQuery } from '../../lib/first-run.js';
import { useMe } from '../../lib/me.js';
import { profileQuery } from '../../lib/organizations.js';
import { FirstMatches } from './first-matches.js';
import { FirstSteps } from './first-steps.js';
import { startingForm } from './first-run-form.js';

/** The first minutes in the network: four short steps, each of which can be skipped, and then three partners. */
export function FirstRunPage() {
  const me = useMe();
  const acting = useActingOrganization();
  const { data: firstRun } = useSuspenseQuery(firstRunQuery);
  const { data: profile } = useSuspenseQuery(profileQuery(acting.id, acting.id));
  return firstRun.state === 'finished' ? (
    <FirstMatches />
  ) : (
    <FirstSteps firstRun={firstRun} start={startingForm(me, profile)} />
  );
}
