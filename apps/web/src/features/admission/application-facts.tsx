import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import record from '../../components/record.module.css';
import { FileLink } from '../../files/file-link.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { Facts } from '../../records/facts.js';
import type { Application } from './applications.js';

/** What an applicant sent; `more` are facts that stand above it. */
export function ApplicationFacts(props: {
  application: Application;
  more?: readonly (readonly [string, ReactNode])[];
}) {
  const { application, more = [] } = props;
  const text = useText();
  const { slug } = useActingOrganization();
  const { route, recommender, proposal, document, motivation, language, submittedAt } = application;
  return (
    <Facts
      facts={[
        ...more,
        [text('admission.submitted-at'), submittedAt && <LocalTime at={submittedAt} as="stamp" />],
        [text('admission.field.route'), route && text(`admission.route.${route}`)],
        ...(recommender && route === 'recommendation'
          ? [[text('admission.field.recommenderId'), recommender.name] as const]
          : []),
        ...(proposal && route === 'entry_proposal'
          ? [
              [
                text('admission.entry'),
                <Link
                  key="proposal"
                  to="/o/$organization/proposals/$proposalId"
                  params={{ organization: slug, proposalId: proposal.id }}
                >
                  <LangText language={proposal.language}>{proposal.title}</LangText>
                </Link>,
              ] as const,
            ]
          : []),
        [
          text('admission.field.motivation'),
          motivation && (
            <LangText as="p" language={language} className={record.prose}>
              {motivation}
            </LangText>
          ),
        ],
        [text('admission.document'), document && <FileLink file={document} />],
      ]}
    />
  );
}
