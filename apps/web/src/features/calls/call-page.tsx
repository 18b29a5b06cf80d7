import { useQuery } from '@tanstack/react-query';
import { LangText } from '../../components/lang-text.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Waiting } from '../../components/waiting.js';
import { ConceptTags } from '../../records/concept-tags.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { CallActions } from './call-actions.js';
import { CallHistoryPanel } from './call-history.js';
import { type Call, callQuery } from './call-requests.js';
import { CallStateTag, Runner, useCallWords } from './call-row.js';
import { CriteriaView, RulesView, StagesView } from './call-terms-view.js';

export function CallPage({ callId }: { callId: string }) {
  const text = useText();
  const organization = useActingOrganization();
  const query = useQuery(callQuery(organization.id, callId));
  if (query.error && !query.data) {
    return (
      <>
        <PageTitle title={text('calls.one')} />
        <ProblemNotice error={query.error} />
      </>
    );
  }
  return query.data ? <Whole call={query.data} /> : <Waiting rows={4} height={96} />;
}

function Whole({ call }: { call: Call }) {
  const words = useCallWords(call);
  const { terms } = call;
  return (
    <>
      <PageTitle
        title={words.title}
        heading={<LangText language={words.language}>{words.title}</LangText>}
        lead={<Runner organization={call.organization} />}
        actions={<CallStateTag state={call.state} />}
      />
      <div className={record.stack}>
        <CallActions call={call} />
        {words.summary && (
          <Panel>
            <div className={record.stack}>
              <LangText as="p" language={words.language} className={record.prose}>
                {words.summary}
              </LangText>
              <ConceptTags codes={call.themes} />
            </div>
          </Panel>
        )}
        <StagesView terms={terms} />
        <CriteriaView terms={terms} />
        <RulesView call={call} />
        {call.number > 0 && <CallHistoryPanel call={call} />}
      </div>
    </>
  );
}
