import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { FileLink } from '../../files/file-link.js';
import { fileQuery } from '../../files/stored-files.js';
import { useCodeText, useText } from '../../i18n/use-text.js';
import { formatMoney } from '../../lib/money.js';
import { Facts } from '../../records/facts.js';
import type { Readable } from './reviews.js';

/** A version of a proposal to read. In a blind round parties stand by their part: lead, partner 1. */
export function ReadableProposal({ proposal }: { proposal: Readable }) {
  const text = useText();
  const { locale } = useIntl();
  const code = useCodeText();
  const nameOf = (key: string): string => {
    const party = proposal.parties.find((one) => one.key === key);
    if (party?.name) return party.name;
    return key === 'lead'
      ? text('reviews.lead-party')
      : text('reviews.partner', { number: Number(key.replace('partner-', '')) });
  };
  const money = (amountMinor: number): string =>
    proposal.budget ? formatMoney({ ...proposal.budget, amountMinor }, locale) : String(amountMinor);
  return (
    <>
      <Panel title={text('reviews.proposal')}>
        <Facts
          facts={[
            [text('reviews.version'), proposal.number],
            [
              text('reviews.summary'),
              <Words key="s" language={proposal.language} value={proposal.summary} />,
            ],
            ...proposal.sections.map(
              ({ key, paragraphs }) =>
                [
                  code('reviews.section', key, 'reviews.section.other'),
                  <Words key={key} language={proposal.language} value={paragraphs.join('\n\n')} />,
                ] as const,
            ),
            ...proposal.answers.map(
              ({ key, words, values }) =>
                [words, <Words key={key} language={proposal.language} value={values.join(', ')} />] as const,
            ),
            [text('reviews.budget'), proposal.budget && formatMoney(proposal.budget, locale)],
          ]}
        />
      </Panel>
      <Panel
        title={text('reviews.parties')}
        rows={proposal.parties.map(({ key, task }) => (
          <li key={key} className={record.row}>
            <div className={record.main}>
              {nameOf(key)}
              {task && <Words language={proposal.language} value={task} />}
            </div>
          </li>
        ))}
      />
      {proposal.workPlan.length > 0 && (
        <Panel
          title={text('reviews.work-plan')}
          rows={proposal.workPlan.map(({ title, due, party, deliverable }, index) => (
            <li key={index} className={record.row}>
              <div className={record.main}>
                <LangText language={proposal.language}>{title}</LangText>
                <div className={record.sub}>
                  {nameOf(party)}
                  {deliverable && ` · ${deliverable}`}
                </div>
              </div>
              <LocalTime at={due} as="date" />
            </li>
          ))}
        />
      )}
      {proposal.budgetLines.length > 0 && (
        <Panel
          title={text('reviews.budget-lines')}
          rows={proposal.budgetLines.map(({ title, party, amountMinor }, index) => (
            <li key={index} className={record.row}>
              <div className={record.main}>
                <LangText language={proposal.language}>{title}</LangText>
                <div className={record.sub}>{nameOf(party)}</div>
              </div>
              <span>{money(amountMinor)}</span>
            </li>
          ))}
        />
      )}
      {proposal.annexes.length > 0 && <Annexes proposal={proposal} />}
      {proposal.letters.length > 0 && (
        <Panel
          title={text('reviews.letters')}
          rows={proposal.letters.map(({ city, dated, body, language }, index) => (
            <li key={index} className={record.entry}>
              <span>
                {city ?? text('reviews.a-city')} · <LocalTime at={dated} as="date" />
              </span>
              <Words language={language} value={body} />
            </li>
          ))}
        />
      )}
    </>
  );
}

/** Files can be opened but in a blind round, where their titles stand alone. */
function Annexes({ proposal }: { proposal: Readable }) {
  const text = useText();
  const { files, annexes } = proposal;
  return (
    <Panel
      title={text('reviews.annexes')}
      rows={
        files.length > 0
          ? files.map(({ fileId, title }) => (
              <li key={fileId} className={record.row}>
                <AnnexLink fileId={fileId} title={title} />
              </li>
            ))
          : annexes.map((title, index) => (
              <li key={index} className={record.row}>
                {title}
              </li>
            ))
      }
    />
  );
}

function AnnexLink({ fileId, title }: { fileId: string; title: string }) {
  const { data: file } = useQuery(fileQuery(fileId));
  return file ? <FileLink file={file} /> : title;
}

function Words({ language, value }: { language: string; value: string | null }) {
  if (!value) return null;
  return (
    <LangText as="p" language={language} className={record.prose}>
      {value}
    </LangText>
  );
}
