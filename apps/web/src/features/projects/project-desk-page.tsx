import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../components/empty-state.js';
import { LangText } from '../../components/lang-text.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { ProjectRow } from './project-row.js';
import { deskQuery } from './projects.js';

/** All projects of a call for its officer, the latest first: what is late, by how many days, and on whom it waits. */
export function ProjectDeskPage({ callId }: { callId: string }) {
  const text = useText();
  const organization = useActingOrganization();
  const { data: desk, error } = useQuery(deskQuery(organization.id, callId));
  const late = desk?.items.filter((item) => item.late > 0).length ?? 0;
  return (
    <>
      <PageTitle
        title={text('projects.desk')}
        lead={desk && <LangText language={desk.callLanguage}>{desk.callTitle}</LangText>}
      />
      {error && !desk && <ProblemNotice error={error} />}
      {!desk && !error && <Waiting rows={4} height={96} />}
      {desk?.items.length === 0 && (
        <EmptyState because="nothing" title={text('projects.desk.none')}>
          {text('projects.desk.none.text')}
        </EmptyState>
      )}
      {desk && desk.items.length > 0 && (
        <Panel
          title={text('projects.desk.count', { count: desk.items.length, late })}
          rows={desk.items.map((project) => (
            <ProjectRow key={project.id} project={project} />
          ))}
        />
      )}
    </>
  );
}
