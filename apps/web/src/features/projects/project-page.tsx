import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { LangText } from '../../components/lang-text.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { BudgetPanel } from './budget-panel.js';
import { ClosingPanel } from './closing-panel.js';
import { GovernPanel } from './govern-panel.js';
import { MilestonesPanel } from './milestones-panel.js';
import { PROJECT_TONES } from './names.js';
import { OverviewPanel } from './overview-panel.js';
import { PartnersPanel } from './partners-panel.js';
import { type Project, projectQuery } from './projects.js';
import { RatingsPanel } from './ratings-panel.js';
import { StoryPanel } from './story-panel.js';

/** The room of a project: what waits on whom, what has to be shown, what it costs, and how it ends. */
export function ProjectPage({ projectId }: { projectId: string }) {
  const text = useText();
  const organization = useActingOrganization();
  const { data: project, error } = useQuery(projectQuery(organization.id, projectId));
  if (error && !project) {
    return (
      <>
        <PageTitle title={text('projects.title')} />
        <ProblemNotice error={error} />
      </>
    );
  }
  if (!project) return <Waiting rows={5} height={96} />;
  const reports = project.milestones.filter(({ kind }) => kind !== 'milestone');
  const milestones = project.milestones.filter(({ kind }) => kind === 'milestone');
  return (
    <>
      <PageTitle
        title={project.title}
        heading={<LangText language={project.language}>{project.title}</LangText>}
        lead={<Tag tone={PROJECT_TONES[project.state]}>{text(`projects.state.${project.state}`)}</Tag>}
        actions={<Doors project={project} />}
      />
      <div className={record.stack}>
        <OverviewPanel project={project} />
        {milestones.length > 0 && (
          <MilestonesPanel title={text('projects.milestones')} project={project} milestones={milestones} />
        )}
        <MilestonesPanel title={text('projects.reports')} project={project} milestones={reports} />
        <BudgetPanel project={project} />
        <PartnersPanel project={project} />
        <ClosingPanel project={project} />
        <RatingsPanel project={project} />
        <GovernPanel project={project} />
        <StoryPanel project={project} />
        {project.summary && (
          <Panel title={text('projects.summary')}>
            <LangText as="p" className={record.prose} language={project.language}>
              {project.summary}
            </LangText>
          </Panel>
        )}
      </div>
    </>
  );
}

function Doors({ project }: { project: Project }) {
  const text = useText();
  const { slug: organization } = useActingOrganization();
  return (
    <>
      {project.conversationId && (
        <Button
          variant="default"
          renderRoot={(props) => (
            <Link
              to="/o/$organization/messages/$conversationId"
              params={{ organization, conversationId: project.conversationId ?? '' }}
              {...props}
            />
          )}
        >
          {text('projects.conversation')}
        </Button>
      )}
      <Button
        variant="default"
        renderRoot={(props) => (
          <Link
            to="/o/$organization/projects/$"
            params={{ organization, _splat: `${project.id}/results` }}
            {...props}
          />
        )}
      >
        {text('projects.results-page')}
      </Button>
      {project.relation === 'runner' && (
        <Button
          variant="default"
          renderRoot={(props) => (
            <Link
              to="/o/$organization/projects/$"
              params={{ organization, _splat: `of-call/${project.callId}` }}
              {...props}
            />
          )}
        >
          {text('projects.desk')}
        </Button>
      )}
    </>
  );
}
