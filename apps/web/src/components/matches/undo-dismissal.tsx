import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { outdateMatches, useRestoreMatch } from '../../lib/match-explanations.js';
import { ProblemNotice } from '../problem-notice.js';

/** The way back for who put a match away by mistake; it stays until the list is left. */
export function UndoDismissal({ matchId, onUndone }: { matchId: string; onUndone: () => void }) {
  const text = useText();
  const { id } = useActingOrganization();
  const restore = useRestoreMatch(matchId, id);
  useEffect(() => outdateMatches(id), [id]);
  return (
    <>
      <Button
        variant="default"
        loading={restore.isPending}
        onClick={() => restore.mutate(undefined, { onSuccess: onUndone })}
      >
        {text('matches.undo')}
      </Button>
      {restore.error && <ProblemNotice error={restore.error} />}
    </>
  );
}
