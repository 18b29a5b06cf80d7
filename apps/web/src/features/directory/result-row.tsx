import { ActionIcon } from '@mantine/core';
import { IconListCheck, IconRosetteDiscountCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useIntl } from 'react-intl';
import { LangText } from '../../components/lang-text.js';
import record from '../../components/record.module.css';
import { FictionalMark, Tag } from '../../components/tag.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { useCountryName } from '../../lib/countries.js';
import type { DirectoryItem } from '../../lib/directory.js';
import { homeLanguage } from '../../lib/home-language.js';
import { useLanguageName } from '../../lib/language-name.js';
import { useConceptLabel } from '../../lib/taxonomy.js';
import { ConceptTags } from '../../records/concept-tags.js';
import styles from './directory.module.css';

const SHOWN_THEMES = 3;

/** One result: who or what, where, on which themes, and why it was found. */
export function ResultRow(props: {
  item: DirectoryItem;
  isPicked: boolean;
  /** Absent where nothing can be ticked: not an organization, or four are ticked. */
  onPick?: (() => void) | undefined;
  /** Puts it on a shortlist; absent where the reader may not. */
  onList?: (() => void) | undefined;
}) {
  const { item, isPicked, onPick, onList } = props;
  const text = useText();
  const countryName = useCountryName();
  const titleId = useId();
  // An organization bears its own name already.
  const of = item.type === 'organization' ? null : item.organizationName;
  const place = [...new Set([of, item.city, countryName(item.country)])].filter(Boolean).join(' · ');
  return (
    <li className={styles.row}>
      {item.type === 'organization' ? (
        <input
          type="checkbox"
          className={styles.tick}
          aria-label={text('directory.pick', { name: item.title })}
          checked={isPicked}
          disabled={!isPicked && !onPick}
          onChange={onPick}
        />
      ) : (
        <span className={styles.noTick} />
      )}
      <div className={record.main}>
        <div className={record.line}>
          <span id={titleId} className={styles.name}>
            <ResultLink item={item} />
          </span>
          <Tag>
            {item.type === 'organization'
              ? text(`organization.kind.${item.kind}`)
              : text(`directory.type.${item.type}`)}
          </Tag>
          {item.fictional && <FictionalMark />}
          <Recommended item={item} />
          <span className={record.sub}>{place}</span>
        </div>
        {item.snippet && (
          <LangText as="p" language={item.snippet.language} className={styles.snippet}>
            {item.snippet.text}
          </LangText>
        )}
        {item.type === 'person' && <Spoken item={item} />}
        <ConceptTags codes={item.themes.slice(0, SHOWN_THEMES)} />
        <Matched item={item} describes={titleId} />
      </div>
      {onList && item.type === 'organization' && (
        <ActionIcon
          variant="subtle"
          className={styles.list}
          aria-label={text('shortlist.put', { name: item.title })}
          title={text('shortlist.put', { name: item.title })}
          onClick={onList}
        >
          <IconListCheck size={20} stroke={1.5} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}

function ResultLink({ item }: { item: DirectoryItem }) {
  const { slug } = useActingOrganization();
  const name = (
    <>
      {item.title}
      {item.titleLocal && item.titleLocal !== item.title && (
        <LangText language={homeLanguage(item.country)} className={styles.local}>
          {item.titleLocal}
        </LangText>
      )}
    </>
  );
  if (item.type === 'opportunity') {
    return (
      <Link
        to="/o/$organization/opportunities/$opportunityId"
        params={{ organization: slug, opportunityId: item.id }}
      >
        {name}
      </Link>
    );
  }
  return (
    <Link
      to="/o/$organization/organizations/$organizationId"
      params={{ organization: slug, organizationId: item.organizationId }}
    >
      {name}
    </Link>
  );
}

/** That members vouch for it, and the first who did. */
function Recommended({ item }: { item: DirectoryItem }) {
  const text = useText();
  const [first, ...others] = item.recommendedBy;
  if (!first) return null;
  return (
    <Tag tone="success">
      <IconRosetteDiscountCheck size={14} stroke={1.5} aria-hidden />
      {text('organizations.recommended', { name: first.name, others: others.length })}
    </Tag>
  );
}

/** The languages in which a person can be written to. */
function Spoken({ item }: { item: DirectoryItem }) {
  const text = useText();
  const { formatList } = useIntl();
  const nameOf = useLanguageName();
  if (item.languages.length === 0) return null;
  return <p>{text('directory.speaks', { languages: formatList(item.languages.map(nameOf)) })}</p>;
}

/** Why it was found, in the reader's words: another spelling, a theme that another language calls otherwise. */
function Matched({ item, describes }: { item: DirectoryItem; describes: string }) {
  const text = useText();
  const labelOf = useConceptLabel();
  const reasons = item.matched.filter(({ kind, value }) => kind !== 'name' || value !== item.title);
  if (reasons.length === 0) return null;
  return (
    <ul className={styles.matched} aria-describedby={describes} aria-label={text('directory.matched')}>
      {reasons.map(({ kind, value }) => (
        <li key={`${kind} ${value}`} data-matched={kind}>
          {text(`directory.matched.${kind}`, { value: kind === 'concept' ? labelOf(value) : value })}
        </li>
      ))}
    </ul>
  );
}
