import type { components } from '#libs/api-client';
import { useMutation } from '@tanstack/react-query';
import { chooseLocale, showTimeZone } from '../../i18n/language.js';
import { isLocale } from '../../i18n/locales.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { ApiProblem } from '../../lib/api-problem.js';
import { type Me, meQuery } from '../../lib/me.js';
import { queryClient } from '../../lib/query.js';

type AccountChanges = components['schemas']['UpdateMeDto'];

/**
 * Saves and applies. Where somebody else was faster (412), the account is read again before the reader is told.
 *
 * @param onSaved called before anything shows the answer
 */
export function useUpdateAccount(onSaved: (me: Me) => void) {
  return useMutation({
    mutationFn: async ({ version, changes }: { version: number; changes: AccountChanges }) => {
      const me = await read(api.PATCH('/api/v1/me', { params: { header: ifMatch(version) }, body: changes }));
      onSaved(me);
      return me;
    },
    onSuccess: async (me, { changes }) => {
      queryClient.setQueryData(meQuery.queryKey, me);
      showTimeZone(me.timeZone);
      if (isLocale(changes.language)) await chooseLocale(changes.language);
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.status === 412) {
        void queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
      }
    },
  });
}
