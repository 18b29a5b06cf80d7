import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { ProblemNotice } from '../../../components/problem-notice.js';
import { useText } from '../../../i18n/use-text.js';
import { api, read } from '../../../lib/api.js';
import { saveAs } from '../../../lib/save-as.js';

/** A frozen version as PDF, with its receipt. */
export function SaveVersionPdf({ proposalId, number }: { proposalId: string; number: number }) {
  const text = useText();
  const { locale } = useIntl();
  const save = useMutation({
    mutationFn: async () => {
      const pdf = await read(
        api.GET('/api/v1/proposals/{id}/versions/{number}/pdf', {
          params: {
            path: { id: proposalId, number },
            query: { language: locale.startsWith('ko') ? 'ko' : 'en' },
          },
          parseAs: 'blob',
        }),
      );
      saveAs(pdf, `proposal-version-${number}.pdf`);
    },
  });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={18} stroke={1.75} aria-hidden />}
        loading={save.isPending}
        onClick={() => save.mutate()}
      >
        {text('compare.pdf')}
      </Button>
      {save.error && <ProblemNotice error={save.error} />}
    </>
  );
}
