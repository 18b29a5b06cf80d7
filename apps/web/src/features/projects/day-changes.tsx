import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import record from '../../components/record.module.css';
import { Tag, type Tone } from '../../components/tag.js';
import { useRichText, useText } from '../../i18n/use-text.js';
import { organizationsOf, useOrganizationName } from './names.js';
import type { Milestone, Project } from './projects.js';

type DayChange = Milestone['dayChanges'][number];

const TONES: Readonly<Record<DayChange['state'], Tone>> = {
  asked: 'warning',
  approved: 'success',
  declined: 'danger',
  withdrawn: 'neutral',
};

/** Every wish for another day, and what became of it. */
export function DayChanges({ project, milestone }: { project: Project; milestone: Milestone }) {
  const text = useText();
  const rich = useRichText();
  const nameOf = useOrganizationName();
  const organizations = organizationsOf(project);
  return milestone.dayChanges.map((change) => {
    const asking = organizations.get(change.organizationId);
    return (
      <div key={change.askedAt} className={record.block} style={{ marginBottom: 0 }}>
        <div className={record.head}>
          <span className={record.sub}>
            {rich('projects.day-change', {
              organization: asking ? nameOf(asking) : '',
              from: <LocalTime key="from" at={change.fromDay} />,
              to: <LocalTime key="to" at={change.toDay} />,
            })}
          </span>
          <Tag tone={TONES[change.state]}>{text(`projects.day-change.${change.state}`)}</Tag>
        </div>
        <LangText as="p" className={record.message} language={change.language}>
          {change.reason}
        </LangText>
        {change.note && (
          <LangText as="p" className={record.message} language={change.noteLanguage}>
            {change.note}
          </LangText>
        )}
      </div>
    );
  });
}
