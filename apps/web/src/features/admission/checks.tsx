import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { LangText } from '../../components/lang-text.js';
import { Panel } from '../../components/panel.js';
import record from '../../components/record.module.css';
import { FileLink } from '../../files/file-link.js';
import { useCodeText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import styles from './admission.module.css';
import { type Application, type ApplicationInside, REVIEWS_NEEDED } from './applications.js';

/** What an officer looks at before deciding, each with whether it is in order. */
export function Checks({ application, inside }: { application: Application; inside: ApplicationInside }) {
  const text = useText();
  const { document, route } = application;
  const { findings } = inside;
  return (
    <Panel
      title={text('admission.checks')}
      rows={
        <>
          <Check name={text('admission.check.document')} isGood={document?.scanned === 'clean'}>
            {document ? <FileLink file={document} /> : text('admission.check.document.none')}
          </Check>
          <Check name={text('admission.check.duplicates')} isGood={findings.length === 0}>
            {findings.length === 0 ? (
              text('admission.check.duplicates.none')
            ) : (
              <Findings findings={findings} />
            )}
          </Check>
          {route === 'recommendation' && <RecommendationCheck application={application} />}
          {route === 'entry_proposal' && <ReviewsCheck reviews={inside.reviews} />}
        </>
      }
    />
  );
}

function RecommendationCheck({ application }: { application: Application }) {
  const text = useText();
  const { request, recommender } = application;
  if (!request) return null;
  const { state, language } = request;
  const words = request.reason ?? request.statement;
  return (
    <Check name={text('admission.check.recommendation')} isGood={state === 'given'}>
      {text(`admission.check.recommendation.${state}`, { name: recommender?.name })}
      {words && (
        <LangText as="blockquote" language={language} className={styles.quote}>
          {words}
        </LangText>
      )}
    </Check>
  );
}

function ReviewsCheck({ reviews }: { reviews: ApplicationInside['reviews'] }) {
  const text = useText();
  const done = reviews.filter(({ state }) => state === 'submitted').length;
  return (
    <Check name={text('admission.check.reviews')} isGood={done >= REVIEWS_NEEDED}>
      {text('admission.check.reviews.done', { done, needed: REVIEWS_NEEDED })}
    </Check>
  );
}

function Check(props: { name: string; isGood: boolean; children: ReactNode }) {
  const text = useText();
  const { name, isGood, children } = props;
  const Icon = isGood ? IconCircleCheck : IconAlertTriangle;
  return (
    <li className={styles.check} data-good={isGood}>
      <Icon size={20} stroke={1.5} aria-hidden />
      <div className={record.main}>
        <p>
          <strong>{name}</strong>{' '}
          <span className={record.sub}>
            – {text(isGood ? 'admission.check.good' : 'admission.check.open')}
          </span>
        </p>
        <div>{children}</div>
      </div>
    </li>
  );
}

function Findings({ findings }: { findings: ApplicationInside['findings'] }) {
  const codeText = useCodeText();
  const { slug } = useActingOrganization();
  return (
    <ul>
      {findings.map(({ organization, because, matched }) => (
        <li key={`${organization.id} ${because}`}>
          <Link
            to="/o/$organization/organizations/$organizationId"
            params={{ organization: slug, organizationId: organization.id }}
          >
            {organization.name}
          </Link>{' '}
          – {codeText('admission.check.because', because, 'admission.check.because.other', { matched })}
        </li>
      ))}
    </ul>
  );
}
