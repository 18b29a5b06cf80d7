import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { TextField } from '../../../components/field.js';
import { LocalTime } from '../../../components/local-time.js';
import { Panel } from '../../../components/panel.js';
import { ProblemNotice } from '../../../components/problem-notice.js';
import record from '../../../components/record.module.css';
import { Tag } from '../../../components/tag.js';
import { useRichText, useText } from '../../../i18n/use-text.js';
import { api, read } from '../../../lib/api.js';
import { type Dossier, useAct } from './dossiers.js';

const RIGHTS = ['view', 'comment', 'edit'] as const;

/** Who writes along, and who is asked to. */
export function PeoplePanel({ dossier }: { dossier: Dossier }) {
  const text = useText();
  const rich = useRichText();
  const { proposalId: id, coauthors, abilities } = dossier;
  const [email, setEmail] = useState('');
  const [access, setAccess] = useState<(typeof RIGHTS)[number]>('edit');
  const invite = useAct(id, async () => {
    await read(
      api.POST('/api/v1/proposals/{id}/coauthors', { params: { path: { id } }, body: { email, access } }),
    );
    setEmail('');
  });
  const remove = useAct(id, (coauthorId: string) =>
    read(
      api.POST('/api/v1/proposals/{id}/coauthors/{coauthorId}/remove', {
        params: { path: { id, coauthorId } },
      }),
    ),
  );
  const error = invite.error ?? remove.error;
  if (coauthors.length === 0 && !abilities.edit) return null;
  return (
    <Panel
      title={text('dossier.people')}
      rows={coauthors.map((each) => (
        <li key={each.id} className={record.row}>
          <div className={record.main}>
            <strong>{each.displayName}</strong>
            {each.state === 'invited' && (
              <p className={record.sub}>
                {rich('dossier.people.until', { time: <LocalTime key="time" at={each.expiresAt} /> })}
              </p>
            )}
          </div>
          <div className={record.side}>
            <Tag>{text(`dossier.access.${each.access}`)}</Tag>
            <Tag tone={each.state === 'accepted' ? 'success' : 'neutral'}>
              {text(`dossier.coauthor.${each.state}`)}
            </Tag>
            {abilities.edit && (each.state === 'invited' || each.state === 'accepted') && (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={`${text('dossier.take-out')}: ${each.displayName}`}
                onClick={() => remove.mutate(each.id)}
              >
                {text('dossier.take-out')}
              </Button>
            )}
          </div>
        </li>
      ))}
    >
      <p className={record.sub}>{text('dossier.people.note')}</p>
      {abilities.edit && (
        <div className={record.filters}>
          <TextField
            name="coauthor-email"
            type="email"
            label={text('dossier.people.email')}
            autoComplete="off"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <NativeSelect
            id="coauthor-access"
            label={text('dossier.people.access')}
            data={RIGHTS.map((value) => ({ value, label: text(`dossier.access.${value}`) }))}
            value={access}
            onChange={(event) =>
              setAccess(RIGHTS.find((right) => right === event.currentTarget.value) ?? 'view')
            }
          />
          <div>
            <Button
              variant="default"
              disabled={!email.includes('@')}
              loading={invite.isPending}
              onClick={() => invite.mutate()}
            >
              {text('dossier.people.invite')}
            </Button>
          </div>
        </div>
      )}
      {error && <ProblemNotice error={error} />}
    </Panel>
  );
}
