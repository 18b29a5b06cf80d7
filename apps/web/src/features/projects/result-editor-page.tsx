import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { LangText } from '../../components/lang-text.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Waiting } from '../../components/waiting.js';
import { FileUpload } from '../../files/file-upload.js';
import { Picture } from '../../files/picture.js';
import { TextField } from '../../components/field.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { useIntl } from 'react-intl';
import { Figures } from './figures.js';
import styles from './projects.module.css';
import { type Project, projectQuery, usePictures } from './projects.js';
import { ResultForm } from './result-form.js';

/** What the public will read of a project, written by its lead; read by everybody in it. */
export function ResultEditorPage({ projectId }: { projectId: string }) {
  const text = useText();
  const { id, slug } = useActingOrganization();
  const { data: project, error } = useQuery(projectQuery(id, projectId));
  return (
    <>
      <PageTitle
        title={text('projects.results-page')}
        lead={project && <LangText language={project.language}>{project.title}</LangText>}
        actions={
          <Button
            variant="default"
            renderRoot={(props) => (
              <Link
                to="/o/$organization/projects/$"
                params={{ organization: slug, _splat: projectId }}
                {...props}
              />
            )}
          >
            {text('projects.back')}
          </Button>
        }
      />
      {error && !project && <ProblemNotice error={error} />}
      {!project && !error && <Waiting rows={3} height={120} />}
      {project && (
        <div className={record.stack}>
          {project.result.mayEdit ? (
            <ResultForm key={project.id} project={project} />
          ) : (
            <ReadOnlyResult project={project} />
          )}
          <PicturesPanel project={project} />
        </div>
      )}
    </>
  );
}

function ReadOnlyResult({ project }: { project: Project }) {
  const text = useText();
  const { texts, figures } = project.result;
  if (texts.length === 0) {
    return (
      <Panel title={text('projects.result.words')}>
        <p className={record.sub}>{text('projects.result.none')}</p>
      </Panel>
    );
  }
  return (
    <>
      {texts.map(({ language, headline, story }) => (
        <Panel key={language} title={<LangText language={language}>{headline}</LangText>}>
          <LangText as="p" className={record.prose} language={language}>
            {story}
          </LangText>
        </Panel>
      ))}
      {figures.length > 0 && (
        <Panel title={text('projects.figures')}>
          <Figures figures={figures} />
        </Panel>
      )}
    </>
  );
}

function PicturesPanel({ project }: { project: Project }) {
  const text = useText();
  const { locale: language } = useIntl();
  const [alt, setAlt] = useState('');
  const change = usePictures(project.id);
  const { pictures, mayEdit } = project.result;
  if (pictures.length === 0 && !mayEdit) return null;
  return (
    <Panel title={text('projects.pictures')}>
      <div className={styles.stack}>
        <div className={styles.pictures}>
          {pictures.map((picture) => (
            <figure key={picture.id}>
              <Picture fileId={picture.fileId} alt={picture.alt} size={320} />
              <figcaption className={record.sub}>
                <LangText language={picture.language}>{picture.alt}</LangText>
                {mayEdit && (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={`${text('projects.take-out')}: ${picture.alt}`}
                    onClick={() => change.mutate({ remove: picture.id })}
                  >
                    {text('projects.take-out')}
                  </Button>
                )}
              </figcaption>
            </figure>
          ))}
        </div>
        {mayEdit && (
          <>
            <TextField
              name="alt"
              label={text('projects.picture.alt')}
              description={text('projects.picture.alt.note')}
              maxLength={300}
              value={alt}
              onChange={(event) => setAlt(event.currentTarget.value)}
            />
            {alt.trim() !== '' && (
              <FileUpload
                purpose="project-picture"
                label={text('projects.picture.add')}
                onUploaded={({ id: fileId }) =>
                  change.mutate(
                    { add: { fileId, alt: alt.trim(), language } },
                    { onSuccess: () => setAlt('') },
                  )
                }
              />
            )}
          </>
        )}
        {change.error && <ProblemNotice error={change.error} />}
      </div>
    </Panel>
  );
}
