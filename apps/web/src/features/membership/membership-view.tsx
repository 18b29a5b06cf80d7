import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useIntl } from 'react-intl';
import { Callout } from '../../components/callout.js';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { useCodeText, useText } from '../../i18n/use-text.js';
import { formatMoney } from '../../lib/money.js';
import { Facts } from '../../records/facts.js';
import type { Membership } from './memberships.js';
import { useWithdraw } from './membership-verbs.js';
import { MembershipStateTag } from './parts.js';

/** One membership or request: state, fee, term, what comes next, history. */
export function MembershipView({ membership }: { membership: Membership }) {
  const text = useText();
  const { locale } = useIntl();
  const { state, fees, feeDue, reason, statement, language, dueAt, termEndsAt } = membership;
  const due = { approved_unpaid: 'pay', active: 'lapse', suspended: 'expire' } as const;
  return (
    <Panel
      title={text(`membership.category.${membership.category}`)}
      aside={
        <span className={record.side}>
          {membership.toBeRatified && <Tag tone="warning">{text('membership.to-be-ratified')}</Tag>}
          <MembershipStateTag state={state} />
        </span>
      }
    >
      <div className={record.stack}>
        <p>{text(`membership.state.${state}.text`)}</p>
        {reason && (
          <Callout tone="warning" title={text('membership.reason')}>
            {reason}
          </Callout>
        )}
        <Facts
          facts={[
            [
              text('membership.statement'),
              <LangText key="s" as="p" language={language} className={record.prose}>
                {statement}
              </LangText>,
            ],
            ...stated(text('membership.fee.admission'), fees && formatMoney(fees.admission, locale)),
            ...stated(text('membership.fee.annual'), fees && formatMoney(fees.annual, locale)),
            ...stated(text('membership.fee.due'), feeDue && formatMoney(feeDue, locale)),
            ...stated(
              text('membership.term'),
              termEndsAt && <LocalTime key="term" at={termEndsAt} as="stamp" />,
            ),
            ...(dueAt && state in due
              ? [
                  [
                    text(`membership.due.${due[state as keyof typeof due]}`),
                    <LocalTime key="due" at={dueAt} as="deadline" />,
                  ] as const,
                ]
              : []),
          ]}
        />
        <History membership={membership} />
        {membership.abilities.withdraw && <Withdraw membership={membership} />}
      </div>
    </Panel>
  );
}

/** A fact that there is by now: before the vote nobody has named a fee. */
function stated(name: string, value: ReactNode): [string, ReactNode][] {
  return value === null ? [] : [[name, value]];
}

function History({ membership }: { membership: Membership }) {
  const text = useText();
  const codeText = useCodeText();
  const { locale } = useIntl();
  return (
    <details>
      <summary>{text('membership.history')}</summary>
      <ol className={record.stack}>
        {membership.history.map((step) => (
          <li key={step.number}>
            <LocalTime at={step.at} as="stamp" /> –{' '}
            {codeText('membership.step', step.verb, 'membership.step.other')}
            {step.amount && `, ${formatMoney(step.amount, locale)}`}
            {step.reference && `, ${step.reference}`}
            {step.dated && (
              <>
                {' ('}
                <LocalTime at={step.dated} />
                {')'}
              </>
            )}
            {step.reason && <div className={record.sub}>{step.reason}</div>}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Leaving cannot be undone, so it is asked once more, in place. */
function Withdraw({ membership }: { membership: Membership }) {
  const text = useText();
  const [isAsking, setAsking] = useState(false);
  const withdraw = useWithdraw(membership);
  if (!isAsking) {
    return (
      <div>
        <Button variant="default" onClick={() => setAsking(true)}>
          {text('membership.withdraw')}
        </Button>
      </div>
    );
  }
  return (
    <Callout
      tone="warning"
      title={text('membership.withdraw.sure')}
      action={
        <div className={record.side}>
          <Button
            color="danger"
            autoFocus
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate(undefined)}
          >
            {text('membership.withdraw')}
          </Button>
          <Button variant="default" onClick={() => setAsking(false)}>
            {text('action.cancel')}
          </Button>
        </div>
      }
    >
      <p>{text('membership.withdraw.text')}</p>
      {withdraw.error && <ProblemNotice error={withdraw.error} />}
    </Callout>
  );
}
