import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { useRichText, useText } from '../../i18n/use-text.js';
import { DayChanges } from './day-changes.js';
import { EvidenceList } from './evidence-list.js';
import { MilestoneForms } from './milestone-forms.js';
import { MILESTONE_TONES, organizationsOf, useMilestoneTitle, useOrganizationName } from './names.js';
import type { Milestone, Project } from './projects.js';

/** What the project has to show, by day, with everything said about it. */
export function MilestonesPanel(props: { title: string; project: Project; milestones: Milestone[] }) {
  const { title, project, milestones } = props;
  return (
    <Panel
      title={title}
      rows={milestones.map((milestone) => (
        <MilestoneEntry key={milestone.id} project={project} milestone={milestone} />
      ))}
    />
  );
}

function MilestoneEntry({ project, milestone }: { project: Project; milestone: Milestone }) {
  const text = useText();
  const rich = useRichText();
  const titleOf = useMilestoneTitle();
  const nameOf = useOrganizationName();
  const responsible = organizationsOf(project).get(milestone.organizationId);
  const { daysLate, deliverable, state, words, note } = milestone;
  return (
    <li id={`milestone-${milestone.id}`} className={record.entry}>
      <div className={record.head}>
        <h3 className={record.strong}>
          <LangText language={milestone.kind === 'milestone' ? project.language : undefined}>
            {titleOf(milestone)}
          </LangText>
        </h3>
        <span className={record.side}>
          {daysLate > 0 && <Tag tone="danger">{text('projects.days-late', { days: daysLate })}</Tag>}
          <Tag tone={MILESTONE_TONES[state]}>{text(`projects.milestone.${state}`)}</Tag>
        </span>
      </div>
      <p className={record.sub}>
        {rich('projects.due-on', { day: <LocalTime key="day" at={milestone.dueDay} /> })}
        {responsible && ` · ${nameOf(responsible)}`}
        {deliverable && (
          <>
            {' · '}
            <LangText language={project.language}>{deliverable}</LangText>
          </>
        )}
      </p>
      {words && (
        <LangText as="p" className={record.message} language={milestone.language}>
          {words}
        </LangText>
      )}
      <EvidenceList project={project} milestone={milestone} />
      {note && (
        <div>
          <p className={record.sub}>{text('projects.note-of-officer')}</p>
          <LangText as="p" className={record.message} language={milestone.noteLanguage}>
            {note}
          </LangText>
        </div>
      )}
      <DayChanges project={project} milestone={milestone} />
      <MilestoneForms project={project} milestone={milestone} />
    </li>
  );
}
