import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useText } from '../../i18n/use-text.js';
import { api, read } from '../../lib/api.js';
import type { Organization } from '../../lib/organizations.js';
import { saveAs } from '../../lib/save-as.js';

/** Takes a profile with all its entries along as a table. */
export function TakeProfile({ organization: { id, slug } }: { organization: Organization }) {
  const text = useText();
  const take = useMutation({
    mutationFn: async () => {
      const rows = await read(
        api.GET('/api/v1/organizations/{id}/profile.csv', { params: { path: { id } }, parseAs: 'text' }),
      );
      // Reading it as text took the mark off by which spreadsheets know UTF-8.
      saveAs(new Blob(['\uFEFF', rows], { type: 'text/csv;charset=utf-8' }), `${slug}.csv`);
    },
  });
  return (
    <>
      {take.error !== null && <ProblemNotice error={take.error} />}
      <Button variant="default" loading={take.isPending} onClick={() => take.mutate()}>
        {text('organizations.profile.take')}
      </Button>
    </>
  );
}
