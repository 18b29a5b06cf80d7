import { useIntl } from 'react-intl';
import { LocalizedWords } from '../../components/localized-words.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { useText } from '../../i18n/use-text.js';
import { FileLink } from '../../files/file-link.js';
import { Picture } from '../../files/picture.js';
import { type Entry, versionFor } from '../../lib/profile-entries.js';
import { ConceptTags } from '../../records/concept-tags.js';
import { FactNote } from './fact-note.js';
import { Months } from './months.js';
import styles from './organizations.module.css';

const PICTURE_WIDTH = 480;

/** An entry as every reader sees it. */
export function EntryView({ entry }: { entry: Entry }) {
  if (entry.kind === 'picture') return <PictureView entry={entry} />;
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

/** Its title says what it shows, to those who do not see it; the caption is for everybody. */
function PictureView({ entry: { title, text: caption, file } }: { entry: Entry }) {
  const text = useText();
  const { locale } = useIntl();
  return (
    <figure className={styles.figure}>
      {file && <Picture fileId={file.id} alt={versionFor(title, locale).text} size={PICTURE_WIDTH} />}
      <figcaption>
        {caption && <LocalizedWords text={caption} />}
        {file?.scanned === 'not_scanned' && <p className={record.sub}>{text('profile.file.not-scanned')}</p>}
      </figcaption>
    </figure>
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
    <div className={record.line}>
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
    </div>
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
      {file && <FileLink file={file} />}
    </>
  );
}
