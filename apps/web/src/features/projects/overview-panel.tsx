import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { useRichText, useText } from '../../i18n/use-text.js';
import { organizationsOf, useMilestoneTitle, useOrganizationName } from './names.js';
import type { Project, Waiting } from './projects.js';

/** What waits on whom, the latest first; whoever reads it sees their own turn marked. */
export function OverviewPanel({ project }: { project: Project }) {
  const text = useText();
  const rich = useRichText();
  const accepted = project.milestones.filter(({ state }) => state === 'accepted').length;
  return (
    <Panel
      title={text('projects.waiting')}
      aside={
        <span className={record.sub}>
          {text('projects.progress', { accepted, all: project.milestones.length })}
          {' · '}
          {project.endedAt
            ? rich(project.state === 'closed' ? 'projects.closed-on' : 'projects.ended-on', {
                day: <LocalTime key="day" at={project.endedAt} as="date" />,
              })
            : rich('projects.started-on', {
                day: <LocalTime key="day" at={project.startedAt} as="date" />,
              })}
        </span>
      }
      rows={
        project.waiting.length > 0 &&
        project.waiting.map((waiting) => (
          <WaitingRow
            key={`${waiting.kind}-${waiting.organizationId}-${waiting.milestoneId}`}
            project={project}
            waiting={waiting}
          />
        ))
      }
    >
      {project.waiting.length === 0 && <p className={record.sub}>{text('projects.waiting.nothing')}</p>}
    </Panel>
  );
}

function WaitingRow({ project, waiting }: { project: Project; waiting: Waiting }) {
  const text = useText();
  const nameOf = useOrganizationName();
  const titleOf = useMilestoneTitle();
  const organization = organizationsOf(project).get(waiting.organizationId);
  const milestone = project.milestones.find(({ id }) => id === waiting.milestoneId);
  const words = text(`projects.waiting.${waiting.kind}`, {
    organization: organization ? nameOf(organization) : '',
    milestone: milestone ? titleOf(milestone) : '',
  });
  return (
    <li className={record.row}>
      <div className={record.main}>
        {waiting.isYou && <strong>{text('projects.your-turn')} </strong>}
        {milestone ? <a href={`#milestone-${milestone.id}`}>{words}</a> : words}
      </div>
      {waiting.daysLate > 0 && (
        <Tag tone="danger">{text('projects.days-late', { days: waiting.daysLate })}</Tag>
      )}
    </li>
  );
}
