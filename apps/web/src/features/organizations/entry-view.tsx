import { useIntl } from 'react-intl';
import { LocalizedWords } from '../../components/localized-words.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { useText } from '../../i18n/use-text.js';
import type { Entry } from '../../lib/profile-entries.js';
import { ConceptTags } from '../../records/concept-tags.js';
import { FactNote } from './fact-note.js';
import { Months } from './months.js';

/** An entry as every reader sees it. */
export function EntryView({ entry }: { entry: Entry }) {
  return (
    <>
      <LocalizedWords text={entry.title} className={record.strong} />
      {entry.text && <LocalizedWords text={entry.text} className={record.prose} />}
      <ConceptTags codes={[...entry.codes, ...entry.markets]} />
      <Details entry={entry} />
      <FactNote fact={entry.fact} />
    </>
  );
}

function useDay(): (date: string) => string {
  const { formatDate } = useIntl();
  return (date) => formatDate(date, { dateStyle: 'medium', timeZone: 'UTC', calendar: 'gregory' });
}

function Details({ entry }: { entry: Entry }) {
  const text = useText();
  const day = useDay();
  const { months, capacity, reach, startsOn, endsOn, party, link } = entry;
  const days = [...new Set([startsOn, endsOn].filter((date) => date !== null))];
  return (
    <p className={record.line}>
      {party && <span>{party}</span>}
      {days.length > 0 && <span>{days.map(day).join(' – ')}</span>}
      {months.length > 0 && (
        <span>
          <Months months={months} />
        </span>
      )}
      {capacity !== null && <span>{text('profile.entry.guests', { count: capacity })}</span>}
      {reach !== null && <span>{text('profile.entry.reach', { count: reach })}</span>}
      <Proof entry={entry} />
      {link && (
        <a href={link} rel="noreferrer">
          {link}
        </a>
      )}
    </p>
  );
}

/** Until when a certificate is valid, and the file that proves it. */
function Proof({ entry: { expiresOn, file } }: { entry: Entry }) {
  const text = useText();
  const day = useDay();
  const isOver = expiresOn !== null && expiresOn < new Date().toISOString().slice(0, 10);
  return (
    <>
      {expiresOn && (
        <Tag tone={isOver ? 'warning' : 'neutral'}>
          {text(isOver ? 'profile.entry.expired' : 'profile.entry.expires', { day: day(expiresOn) })}
        </Tag>
      )}
      {file && <span>{text('profile.file', { name: file.name })}</span>}
      {file?.scanned === 'not_scanned' && <Tag>{text('profile.file.not-scanned')}</Tag>}
    </>
  );
}
