import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Waiting } from '../../components/waiting.js';
import { useCodeText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { useMilestoneTitle, useOrganizationName } from './names.js';
import { type Project, storyQuery } from './projects.js';

/** What has happened, newest first; read when somebody wants to know. */
export function StoryPanel({ project }: { project: Project }) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel title={text('projects.story')}>
      {isOpen ? (
        <Story project={project} />
      ) : (
        <Button variant="default" onClick={() => setOpen(true)}>
          {text('projects.story.show')}
        </Button>
      )}
    </Panel>
  );
}

function Story({ project }: { project: Project }) {
  const text = useText();
  const codeText = useCodeText();
  const nameOf = useOrganizationName();
  const titleOf = useMilestoneTitle();
  const organization = useActingOrganization();
  const { data, error } = useQuery(storyQuery(organization.id, project.id));
  if (error) return <ProblemNotice error={error} />;
  if (!data) return <Waiting rows={3} height={48} />;
  return (
    <ol className={record.stack}>
      {data.items.map((step) => {
        const milestone = project.milestones.find(({ id }) => id === step.milestoneId);
        return (
          <li key={step.id}>
            <div>
              {codeText('projects.step', step.verb, 'projects.step.changed')}
              {milestone && <>: {titleOf(milestone)}</>}
            </div>
            <div className={record.sub}>
              <LocalTime at={step.at} /> ·{' '}
              {step.organization ? nameOf(step.organization) : text('projects.step.clock')}
            </div>
            {step.words && (
              <LangText as="p" className={record.message} language={step.language}>
                {step.words}
              </LangText>
            )}
          </li>
        );
      })}
    </ol>
  );
}
