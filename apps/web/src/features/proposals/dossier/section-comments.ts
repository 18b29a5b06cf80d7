import type { components } from '#libs/api-client';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useActingOrganization } from '../../../lib/acting-organization.js';
import { api, read } from '../../../lib/api.js';
import { proposalsKey } from '../../../lib/proposals.js';
import { queryClient } from '../../../lib/query.js';
import { onPush, onOpened } from '../../../lib/socket.js';

type Schemas = components['schemas'];
export type SectionComment = Schemas['SectionCommentResponse'];
export type SectionComments = Schemas['SectionCommentsResponse'];

export interface Thread {
  readonly root: SectionComment;
  readonly answers: readonly SectionComment[];
}

export const commentsQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [...proposalsKey(organizationId), id, 'comments'],
    queryFn: ({ signal }) =>
      read(api.GET('/api/v1/proposals/{id}/comments', { params: { path: { id } }, signal })),
  });

/** The threads about a section, in the order in which they began. */
export function threadsOf({ items }: SectionComments, section: string): Thread[] {
  return items
    .filter((comment) => comment.section === section && comment.threadId === null)
    .map((root) => ({ root, answers: items.filter(({ threadId }) => threadId === root.id) }));
}

export type CommentAct =
  { verb: 'say'; body: Schemas['SayAboutSectionDto'] } | { verb: 'resolve' | 'reopen'; commentId: string };

/** Says, answers, settles or opens again; the answer is all there is to read. */
export function useCommentAct(id: string) {
  const organization = useActingOrganization();
  return useMutation({
    mutationFn: (act: CommentAct) => {
      if (act.verb === 'say')
        return read(
          api.POST('/api/v1/proposals/{id}/comments', { params: { path: { id } }, body: act.body }),
        );
      const params = { path: { id, commentId: act.commentId } };
      return act.verb === 'resolve'
        ? read(api.POST('/api/v1/proposals/{id}/comments/{commentId}/resolve', { params }))
        : read(api.POST('/api/v1/proposals/{id}/comments/{commentId}/reopen', { params }));
    },
    onSuccess: (all) => queryClient.setQueryData(commentsQuery(organization.id, id).queryKey, all),
    onError: () => queryClient.invalidateQueries({ queryKey: commentsQuery(organization.id, id).queryKey }),
  });
}

/** Reads again whenever somebody else has said or settled something. */
export function usePushedComments(id: string): void {
  const { id: organizationId } = useActingOrganization();
  useEffect(() => {
    const again = () =>
      void queryClient.invalidateQueries({ queryKey: commentsQuery(organizationId, id).queryKey });
    const ends = [
      onPush('proposals.comments-changed', ({ proposalId }) => {
        if (proposalId === id) again();
      }),
      onOpened(again),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [organizationId, id]);
}
