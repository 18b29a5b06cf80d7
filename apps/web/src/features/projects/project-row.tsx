import { Link } from '@tanstack/react-router';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { useRichText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { useCountryName } from '../../lib/countries.js';
import { PROJECT_TONES, useMilestoneTitle, useOrganizationName } from './names.js';
import type { ProjectCard } from './projects.js';

/** A project in a list: how far it is, what is late, and on whom it waits. */
export function ProjectRow({ project }: { project: ProjectCard }) {
  const text = useText();
  const rich = useRichText();
  const { slug } = useActingOrganization();
  const nameOf = useOrganizationName();
  const countryOf = useCountryName();
  const titleOf = useMilestoneTitle();
  const { next, daysLate, waiting } = project;
  return (
    <li className={record.row}>
      <div className={record.main}>
        <Link to="/o/$organization/projects/$" params={{ organization: slug, _splat: project.id }}>
          <LangText language={project.language}>{project.title}</LangText>
        </Link>
        <div className={record.sub}>
          {nameOf(project.lead)} · {text('projects.partners-count', { count: project.partners })} ·{' '}
          {project.countries.map(countryOf).join(', ')}
        </div>
        <div className={record.sub}>
          {text('projects.progress', { accepted: project.accepted, all: project.milestones })}
          {next && (
            <>
              {' · '}
              {rich('projects.next', {
                title: titleOf(next),
                day: <LocalTime key="day" at={next.dueDay} />,
              })}
            </>
          )}
        </div>
        {waiting.slice(0, 3).map(({ kind, organization, milestone, isYou, daysLate: days }) => (
          <div
            key={`${kind}-${organization.id}-${milestone?.kind}-${milestone?.position}`}
            className={record.sub}
          >
            {isYou && <strong>{text('projects.your-turn')} </strong>}
            {text(`projects.waiting.${kind}`, {
              organization: nameOf(organization),
              milestone: milestone ? titleOf(milestone) : '',
            })}
            {days > 0 && ` · ${text('projects.days-late', { days })}`}
          </div>
        ))}
      </div>
      <div className={record.side}>
        {daysLate > 0 && <Tag tone="danger">{text('projects.days-late', { days: daysLate })}</Tag>}
        <Tag tone={PROJECT_TONES[project.state]}>{text(`projects.state.${project.state}`)}</Tag>
      </div>
    </li>
  );
}
