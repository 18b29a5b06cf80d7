import { Button, NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { usePages } from '../../lib/pages.js';
import { PagedList } from '../../records/paged-list.js';
import { PROJECT_STATES } from './names.js';
import { ProjectRow } from './project-row.js';
import { type Project, type ProjectFilter, projectsQuery } from './projects.js';

const SIDES = ['takes-part', 'runs'] as const;

/** Projects the acting organization works on, and those of the calls it runs. */
export function ProjectsPage() {
  const text = useText();
  const organization = useActingOrganization();
  const [state, setState] = useState<Project['state'] | ''>('');
  const [side, setSide] = useState<ProjectFilter['side']>(undefined);
  const list = usePages(projectsQuery(organization.id, { state: state === '' ? [] : [state], side }));
  const clear = () => {
    setState('');
    setSide(undefined);
  };
  return (
    <>
      <PageTitle
        title={text('projects.title')}
        lead={text('projects.lead')}
        actions={
          <Button
            variant="default"
            renderRoot={(props) => (
              <Link
                to="/o/$organization/projects/$"
                params={{ organization: organization.slug, _splat: 'results' }}
                {...props}
              />
            )}
          >
            {text('projects.portfolio')}
          </Button>
        }
      />
      <div className={record.filters}>
        <NativeSelect
          label={text('projects.filter.state')}
          value={state}
          onChange={(event) => setState(event.currentTarget.value as Project['state'] | '')}
          data={[
            { value: '', label: text('projects.filter.all') },
            ...PROJECT_STATES.map((value) => ({ value, label: text(`projects.state.${value}`) })),
          ]}
        />
        <NativeSelect
          label={text('projects.filter.side')}
          value={side ?? ''}
          onChange={(event) => setSide(SIDES.find((one) => one === event.currentTarget.value))}
          data={[
            { value: '', label: text('projects.filter.all') },
            ...SIDES.map((value) => ({ value, label: text(`projects.side.${value}`) })),
          ]}
        />
      </div>
      <PagedList
        list={list}
        rowHeight={96}
        onClear={state || side ? clear : undefined}
        noneFiltered={text('projects.none.filtered')}
        none={{ title: text('projects.none'), text: text('projects.none.text') }}
      >
        {(projects) => (
          <Panel
            rows={projects.map((project) => (
              <ProjectRow key={project.id} project={project} />
            ))}
          />
        )}
      </PagedList>
    </>
  );
}
