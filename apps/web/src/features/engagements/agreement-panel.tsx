import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { formatMoney } from '../../lib/money.js';
import { saveAs } from '../../lib/save-as.js';
import { agreementPdf, type Engagement, type Party, useCancel, useSign } from './engagements.js';
import styles from './engagements.module.css';
import { useNameOf } from './organization-names.js';
import { WordsForm } from './words-form.js';

/** What was agreed on, locked since the quote was chosen; who has signed, and the reader's turn to. */
export function AgreementPanel({ engagement }: { engagement: Engagement }) {
  const text = useText();
  const { locale } = useIntl();
  const { terms, language, termsHash, abilities, parties, deliverables } = engagement;
  const sign = useSign(engagement);
  const cancel = useCancel(engagement);
  const print = useMutation({
    mutationFn: async () => saveAs(await agreementPdf(engagement.id), 'agreement.pdf'),
  });
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency: terms.currency }, locale);
  return (
    <Panel
      title={text('engagements.agreement')}
      aside={
        <Button variant="subtle" loading={print.isPending} onClick={() => print.mutate()}>
          {text('engagements.pdf')}
        </Button>
      }
      rows={parties.map((party) => (
        <Signature key={party.id} party={party} part={money(party.partMinor)} />
      ))}
    >
      <div className={forms.form}>
        {terms.goal && (
          <LangText as="p" language={terms.requestLanguage} className={record.prose}>
            {terms.goal}
          </LangText>
        )}
        <LangText as="p" language={language} className={record.prose}>
          {terms.scope}
        </LangText>
        {deliverables.length > 0 && (
          <div>
            <p className={record.strong}>{text('engagements.deliverables')}</p>
            <ul>
              {deliverables.map(({ id, title, dueDay }) => (
                <li key={id}>
                  <LangText language={language}>{title}</LangText>
                  {dueDay && (
                    <>
                      {' · '}
                      {text('engagements.due')} <LocalTime at={dueDay} />
                    </>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )}
        <p>
          {text('engagements.price', {
            fee: money(terms.feeMinor),
            tax: money(terms.taxMinor),
            sessions: terms.sessions,
          })}
        </p>
        <p className={styles.hash}>
          {text('engagements.hash')}: {termsHash}
        </p>
        {print.error && <ProblemNotice error={print.error} />}
        {sign.error && <ProblemNotice error={sign.error} />}
        {abilities.sign && (
          <div>
            <Button loading={sign.isPending} onClick={() => sign.mutate(undefined)}>
              {text('engagements.do.sign')}
            </Button>
          </div>
        )}
        {abilities.cancel && (
          <WordsForm
            name="cancel-reason"
            open="engagements.do.cancel"
            label="engagements.reason"
            send="engagements.do.cancel"
            tone="danger"
            isPending={cancel.isPending}
            error={cancel.error}
            onSend={({ words, language: written }) => cancel.mutate({ reason: words, language: written })}
          />
        )}
      </div>
    </Panel>
  );
}

function Signature({ party, part }: { party: Party; part: string }) {
  const text = useText();
  const nameOf = useNameOf();
  const { organization, side, partMinor, signedAt, signedBy, isWaitedFor } = party;
  return (
    <li className={record.row}>
      <div className={record.main}>
        <span className={record.strong}>{nameOf(organization)}</span>
        <div className={record.sub}>
          {text(`engagements.side.${side}`)}
          {partMinor > 0 && ` · ${text('engagements.pays', { part })}`}
        </div>
        {signedAt && (
          <div className={record.sub}>
            {signedBy === '' ? text('engagements.former-member') : signedBy} ·{' '}
            <LocalTime at={signedAt} as="stamp" />
          </div>
        )}
      </div>
      <Tag tone={signedAt ? 'success' : isWaitedFor ? 'warning' : 'neutral'}>
        {text(signedAt ? 'engagements.signed' : isWaitedFor ? 'engagements.turn' : 'engagements.later')}
      </Tag>
    </li>
  );
}
