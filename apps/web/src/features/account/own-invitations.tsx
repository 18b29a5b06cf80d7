import type { components } from '#libs/api-client';
import { Button } from '@mantine/core';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { useCodeText, useText } from '../../i18n/use-text.js';
import { api, read, run } from '../../lib/api.js';
import { meQuery } from '../../lib/me.js';
import { queryClient } from '../../lib/query.js';

type Received = components['schemas']['ReceivedInvitationResponse'];

const receivedQuery = queryOptions({
  queryKey: ['me', 'invitations'],
  queryFn: ({ signal }) => read(api.GET('/api/v1/invitations', { signal })),
});

/** The invitations to one's own address, with the answer beside each; nothing where there are none. */
export function OwnInvitations() {
  const text = useText();
  const { data } = useQuery(receivedQuery);
  if (!data || data.items.length === 0) return null;
  return (
    <Panel
      title={text('invitation.own')}
      rows={data.items.map((invitation) => (
        <Row key={invitation.id} invitation={invitation} />
      ))}
    />
  );
}

function Row({ invitation: { id, organization, role, expiresAt } }: { invitation: Received }) {
  const text = useText();
  const codeText = useCodeText();
  const router = useRouter();
  const params = { path: { id } };
  const { slug, name, nameLocal } = organization;
  const answer = useMutation({
    mutationFn: async (verb: 'accept' | 'decline') => {
      if (verb === 'decline') await run(api.POST('/api/v1/invitations/{id}/decline', { params }));
      else await read(api.POST('/api/v1/invitations/{id}/accept', { params }));
    },
    onSuccess: async (_, verb) => {
      await queryClient.invalidateQueries({ queryKey: receivedQuery.queryKey });
      if (verb === 'decline') return;
      await queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
      await router.navigate({ to: '/o/$organization', params: { organization: slug } });
    },
  });
  return (
    <li className={record.row}>
      <div className={record.main}>
        <p>
          {name}
          {nameLocal && nameLocal !== name && <span className={record.sub}> {nameLocal}</span>}
        </p>
        <p className={record.sub}>
          {text('members.invitation.until')} <LocalTime at={expiresAt} as="deadline" />
        </p>
        {answer.error && <ProblemNotice error={answer.error} />}
      </div>
      <div className={record.side}>
        <Tag>{codeText('members.role', role, 'members.role.other')}</Tag>
        <Button
          aria-label={text('invitation.accept-of', { name })}
          loading={answer.isPending}
          onClick={() => answer.mutate('accept')}
        >
          {text('invitation.accept')}
        </Button>
        <Button
          variant="default"
          aria-label={text('invitation.decline-of', { name })}
          disabled={answer.isPending}
          onClick={() => answer.mutate('decline')}
        >
          {text('invitation.decline')}
        </Button>
      </div>
    </li>
  );
}
