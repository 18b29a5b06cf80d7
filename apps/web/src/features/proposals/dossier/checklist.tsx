import { Button } from '@mantine/core';
import { Callout } from '../../../components/callout.js';
import { LocalTime } from '../../../components/local-time.js';
import { Panel } from '../../../components/panel.js';
import { ProblemNotice } from '../../../components/problem-notice.js';
import record from '../../../components/record.module.css';
import { useRichText, useText } from '../../../i18n/use-text.js';
import { api, read } from '../../../lib/api.js';
import { type Dossier, useAct } from './dossiers.js';

const CODES = [
  'partner-unanswered',
  'unsigned',
  'budget-sum',
  'share-sum',
  'not-a-partner',
  'outside-period',
  'other-currency',
  'over-limit',
  'file-not-fit',
  'answer-does-not-fit',
  'rule-unmet',
] as const;
const PLACES = ['summary', 'answers', 'budget', 'budgetLines', 'workPlan', 'partners', 'annexes'] as const;

/** What is missing before the proposal can be handed in, and until when it can be. */
export function Checklist({ dossier }: { dossier: Dossier }) {
  const text = useText();
  const rich = useRichText();
  const { call, missing, dueAt } = dossier;
  const deadline = dueAt ?? call?.closesAt ?? null;
  return (
    <>
      {call && call.newestVersion !== call.callVersion && <CallChanged dossier={dossier} />}
      {dossier.reopenedFields && (
        <Callout tone="warning" title={text('dossier.reopened')}>
          <p>{dossier.reopenedFields.map((field) => placeOf(dossier, `/${field}`, text)).join(', ')}</p>
        </Callout>
      )}
      <Panel
        title={text('dossier.checklist')}
        rows={missing.map(({ pointer, code }) => (
          <li key={`${pointer} ${code}`} className={record.row}>
            <span className={record.main}>{placeOf(dossier, pointer, text)}</span>
            <span>{reasonOf(code, text)}</span>
          </li>
        ))}
      >
        {call && (
          <p>
            <strong lang={call.language}>{call.title}</strong> · {text(`dossier.stage.${call.stage}`)}
          </p>
        )}
        {deadline && (
          <p>
            {rich('dossier.deadline', { time: <LocalTime key="time" at={deadline} as="stamp" /> })}
            {call && ` (${call.zone})`}
          </p>
        )}
        <p className={record.sub}>
          {missing.length === 0 ? text('dossier.checklist.whole') : text('dossier.checklist.note')}
        </p>
      </Panel>
    </>
  );
}

type Text = ReturnType<typeof useText>;

function reasonOf(code: string, text: Text): string {
  const known = CODES.find((each) => `proposal/${each}` === code);
  return known ? text(`dossier.code.${known}`) : text('dossier.code.missing');
}

/** What a pointer leads to, in words. */
function placeOf(dossier: Dossier, pointer: string, text: Text): string {
  const [, head = '', key = ''] = pointer.split('/');
  const question = dossier.call?.form.find((each) => each.key === key);
  if (head === 'answers' && question) return question.words;
  if (head === 'eligibility') return text('dossier.place.rule', { number: Number(key) });
  const partner = dossier.partners.find(({ organizationId }) => organizationId === key);
  if (head === 'partners' && partner) return partner.name;
  const place = PLACES.find((each) => each === head);
  return place ? text(`dossier.place.${place}`) : head;
}

function CallChanged({ dossier }: { dossier: Dossier }) {
  const text = useText();
  const { proposalId: id, call, abilities } = dossier;
  const seen = useAct(id, () =>
    read(
      api.POST('/api/v1/proposals/{id}/acknowledge-call', {
        params: { path: { id } },
        body: { callVersion: call?.newestVersion ?? 1 },
      }),
    ),
  );
  return (
    <Callout
      tone="warning"
      title={text('dossier.call-changed')}
      action={
        abilities.edit && (
          <Button loading={seen.isPending} onClick={() => seen.mutate()}>
            {text('dossier.call-changed.seen')}
          </Button>
        )
      }
    >
      <p>{text('dossier.call-changed.text')}</p>
      {seen.error && <ProblemNotice error={seen.error} />}
    </Callout>
  );
}
