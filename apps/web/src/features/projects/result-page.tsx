import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { LangText } from '../../components/lang-text.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { Waiting } from '../../components/waiting.js';
import { Picture } from '../../files/picture.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { useCountryName } from '../../lib/countries.js';
import { useConceptLabel } from '../../lib/taxonomy.js';
import { Figures } from './figures.js';
import { OrganizationLink } from './names.js';
import styles from './projects.module.css';
import { resultQuery } from './projects.js';
import { wordsFor } from './result-words.js';

/** What one closed project has reached. */
export function ResultPage({ resultId }: { resultId: string }) {
  const text = useText();
  const { locale } = useIntl();
  const { slug } = useActingOrganization();
  const countryOf = useCountryName();
  const labelOf = useConceptLabel();
  const { data: result, error } = useQuery(resultQuery(resultId));
  if (error && !result) {
    return (
      <>
        <PageTitle title={text('projects.portfolio')} />
        <ProblemNotice error={error} />
      </>
    );
  }
  if (!result) return <Waiting rows={3} height={120} />;
  const words = wordsFor(result, locale);
  return (
    <>
      <PageTitle
        title={words.headline}
        heading={<LangText language={words.language}>{words.headline}</LangText>}
        lead={
          <>
            <LangText language={result.language}>{result.title}</LangText> · {result.year}
          </>
        }
        actions={
          <Button
            variant="default"
            renderRoot={(props) => (
              <Link
                to="/o/$organization/projects/$"
                params={{ organization: slug, _splat: 'results' }}
                {...props}
              />
            )}
          >
            {text('projects.portfolio')}
          </Button>
        }
      />
      <div className={record.stack}>
        <Panel title={text('projects.result.words')}>
          <div className={styles.stack}>
            <LangText as="p" className={record.prose} language={words.language}>
              {words.story}
            </LangText>
            {result.themes.length > 0 && (
              <div className={record.tags}>
                {result.themes.map((code) => (
                  <Tag key={code}>{labelOf(code)}</Tag>
                ))}
              </div>
            )}
          </div>
        </Panel>
        {result.figures.length > 0 && (
          <Panel title={text('projects.figures')}>
            <Figures figures={result.figures} />
          </Panel>
        )}
        {result.pictures.length > 0 && (
          <Panel title={text('projects.pictures')}>
            <div className={styles.pictures}>
              {result.pictures.map(({ id, fileId, alt }) => (
                <Picture key={id} fileId={fileId} alt={alt} size={320} />
              ))}
            </div>
          </Panel>
        )}
        <Panel
          title={text('projects.partners')}
          rows={result.organizations.map((organization) => (
            <li key={organization.id} className={record.row}>
              <div className={record.main}>
                <OrganizationLink organization={organization} />
              </div>
              <span className={record.sub}>{countryOf(organization.country)}</span>
            </li>
          ))}
        >
          {result.unnamed > 0 && (
            <p className={record.sub}>{text('projects.unnamed', { count: result.unnamed })}</p>
          )}
        </Panel>
      </div>
    </>
  );
}
