import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import type { Organization } from '../../lib/organizations.js';
import { queryClient } from '../../lib/query.js';
import { admissionKey } from './applications.js';
import { organizationFormOf, startApplication } from './organization-form.js';
import { useOwnLanguage } from './own-language.js';

/** Another application of the same organization, after one was withdrawn or long after it was rejected. */
export function BeginAnew({ organization }: { organization: Organization }) {
  const text = useText();
  const { id } = useActingOrganization();
  const language = useOwnLanguage();
  const navigate = useNavigate({ from: '/o/$organization/application' });
  const begin = useMutation({
    mutationFn: () => startApplication(organizationFormOf(organization), language),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: admissionKey(id) });
      await navigate({ to: '.', search: { step: 'organization' } });
    },
  });
  return (
    <div>
      {begin.error !== null && <ProblemNotice error={begin.error} />}
      <Button loading={begin.isPending} onClick={() => begin.mutate()}>
        {text('admission.begin.anew')}
      </Button>
    </div>
  );
}
