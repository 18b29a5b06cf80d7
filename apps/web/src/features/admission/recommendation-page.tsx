import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { BothNames } from '../../components/both-names.js';
import { Callout } from '../../components/callout.js';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { Waiting } from '../../components/waiting.js';
import { useRichText, useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { Facts } from '../../records/facts.js';
import { useDecline, useGive, useRevoke } from './admission-verbs.js';
import styles from './admission.module.css';
import { type Recommendation, recommendationQuery } from './applications.js';
import { RECOMMENDATION_TONES, useKindAndCountry } from './parts.js';
import { usePushedAdmission } from './use-pushed-admission.js';
import { WordsForm } from './words-form.js';

const route = getRouteApi('/signed-in/o/$organization/recommendations/$recommendationId');

/** One request for a recommendation: who asks, what they say of themselves, and the answer. */
export function RecommendationPage() {
  const text = useText();
  const organization = useActingOrganization();
  const { recommendationId } = route.useParams();
  usePushedAdmission(organization.id);
  const { data: recommendation, error } = useQuery(recommendationQuery(organization.id, recommendationId));
  if (error && !recommendation) {
    return (
      <>
        <PageTitle title={text('admission.recommendation')} />
        <ProblemNotice error={error} />
      </>
    );
  }
  if (!recommendation) return <Waiting rows={3} height={120} />;
  const { applicant, state } = recommendation;
  return (
    <div className={styles.narrow}>
      <PageTitle
        title={applicant.name}
        heading={<BothNames organization={applicant} />}
        lead={<Tag tone={RECOMMENDATION_TONES[state]}>{text(`admission.recommendation.state.${state}`)}</Tag>}
      />
      <div className={record.stack}>
        <Until recommendation={recommendation} />
        <Panel title={text('admission.recommendation.applicant')}>
          <RequestFacts recommendation={recommendation} />
        </Panel>
        <Answers recommendation={recommendation} />
      </div>
    </div>
  );
}

function Until({ recommendation }: { recommendation: Recommendation }) {
  const rich = useRichText();
  if (recommendation.state !== 'requested') return null;
  const time = <LocalTime key="time" at={recommendation.dueAt} as="deadline" />;
  return <Callout tone="info" title={rich('admission.recommendation.until', { time })} />;
}

function RequestFacts({ recommendation }: { recommendation: Recommendation }) {
  const text = useText();
  const describe = useKindAndCountry();
  const { applicant, motivation, motivationLanguage, statement, reason, language } = recommendation;
  const { requestedAt, answeredAt, revokedAt } = recommendation;
  const words = (said: string, tag: string | null) => (
    <LangText as="p" language={tag} className={record.prose}>
      {said}
    </LangText>
  );
  return (
    <Facts
      facts={[
        [text('admission.organization.kind'), describe(applicant)],
        [text('admission.recommendation.motivation'), motivation && words(motivation, motivationLanguage)],
        [
          text('admission.recommendation.requested-at'),
          <LocalTime key="asked" at={requestedAt} as="stamp" />,
        ],
        ...(answeredAt
          ? [
              [
                text('admission.recommendation.answered-at'),
                <LocalTime key="answered" at={answeredAt} as="stamp" />,
              ] as const,
            ]
          : []),
        ...(statement
          ? [[text('admission.recommendation.statement'), words(statement, language)] as const]
          : []),
        ...(revokedAt
          ? [
              [
                text('admission.recommendation.revoked-at'),
                <LocalTime key="revoked" at={revokedAt} as="stamp" />,
              ] as const,
            ]
          : []),
        ...(reason ? [[text('admission.recommendation.reason'), words(reason, language)] as const] : []),
      ]}
    />
  );
}

function Answers({ recommendation }: { recommendation: Recommendation }) {
  const text = useText();
  const [give, decline, revoke] = [
    useGive(recommendation),
    useDecline(recommendation),
    useRevoke(recommendation),
  ];
  const { id, abilities } = recommendation;
  return (
    <>
      {abilities.give && (
        <Panel title={text('admission.give')}>
          <WordsForm
            name="statement"
            about={id}
            label={text('admission.give.label')}
            note={text('admission.give.text')}
            missing={text('admission.give.missing')}
            submit={text('admission.give')}
            verb={give}
          />
        </Panel>
      )}
      {abilities.decline && (
        <Panel title={text('admission.decline')}>
          <WordsForm
            name="decline-reason"
            about={id}
            label={text('admission.decline.label')}
            note={text('admission.decline.text')}
            missing={text('admission.decline.missing')}
            submit={text('admission.decline')}
            verb={decline}
            isQuiet
          />
        </Panel>
      )}
      {abilities.revoke && (
        <Panel title={text('admission.revoke')}>
          <WordsForm
            name="revoke-reason"
            about={id}
            label={text('admission.revoke.label')}
            note={text('admission.revoke.text')}
            missing={text('admission.decline.missing')}
            submit={text('admission.revoke')}
            verb={revoke}
            isQuiet
          />
        </Panel>
      )}
    </>
  );
}
