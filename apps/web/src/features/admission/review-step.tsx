import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BothNames } from '../../components/both-names.js';
import { Callout } from '../../components/callout.js';
import { LangText } from '../../components/lang-text.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { FileLink } from '../../files/file-link.js';
import type { Autosave } from '../../forms/autosave.js';
import { useText } from '../../i18n/use-text.js';
import { api, ifMatch, read } from '../../lib/api.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { useCountryName } from '../../lib/countries.js';
import type { Organization } from '../../lib/organizations.js';
import { type Proposal, proposalQuery, proposalsKey } from '../../lib/proposals.js';
import { queryClient } from '../../lib/query.js';
import { Facts } from '../../records/facts.js';
import styles from './admission.module.css';
import type { Step } from './admission-search.js';
import type { ApplicationForm } from './application-form.js';
import { admissionKey, type Application, applicationQuery } from './applications.js';
import { gapsOf } from './gaps.js';

interface Draft {
  application: Application;
  organization: Organization;
  form: ApplicationForm;
}

/** All that is going to be sent, what is still missing, and the button that sends it. */
export function ReviewStep(props: Draft & { autosave: Autosave<ApplicationForm> }) {
  const { autosave, ...draft } = props;
  const text = useText();
  const acting = useActingOrganization();
  const { form } = draft;
  const entryId = form.route === 'entry_proposal' ? form.proposalId : '';
  const { data: proposal } = useQuery({ ...proposalQuery(acting.id, entryId), enabled: entryId !== '' });
  const submit = useSubmit(autosave);
  const gaps: { field: string; step: Step }[] = gapsOf(form);
  if (proposal && !proposal.summary) gaps.push({ field: 'summary', step: 'way' });
  return (
    <>
      {gaps.length > 0 ? (
        <Callout tone="warning" title={text('admission.gaps', { count: gaps.length })}>
          <ul className={styles.gaps}>
            {gaps.map(({ field, step }) => (
              <li key={field}>
                <Link from="/o/$organization/application" to="." search={{ step }}>
                  {text(`admission.gap.${field as 'route' | 'motivation'}`)}
                </Link>
              </li>
            ))}
          </ul>
        </Callout>
      ) : (
        <Callout tone="success" title={text('admission.gaps.none')}>
          {text(`admission.next.${form.route === 'entry_proposal' ? 'entry_proposal' : 'recommendation'}`)}
        </Callout>
      )}
      <Panel title={text('admission.step.review.sent')}>
        <DraftFacts {...draft} proposal={proposal} />
      </Panel>
      {submit.error !== null && <ProblemNotice error={submit.error} />}
      <div className={styles.send}>
        <Button
          size="md"
          disabled={gaps.length > 0}
          loading={submit.isPending}
          onClick={() => submit.mutate()}
        >
          {text('admission.submit')}
        </Button>
        <p className={record.sub}>{text('admission.submit.note')}</p>
      </div>
    </>
  );
}

function DraftFacts(props: Draft & { proposal: Proposal | undefined }) {
  const { application, organization, form, proposal } = props;
  const text = useText();
  const countryName = useCountryName();
  const { document, recommender } = application;
  const { kind, country, registrationNumber, website } = organization;
  return (
    <Facts
      facts={[
        [text('admission.organization.name'), <BothNames key="name" organization={organization} />],
        [
          text('admission.organization.kind'),
          `${text(`organization.kind.${kind}`)}, ${countryName(country)}`,
        ],
        [text('admission.organization.registrationNumber'), registrationNumber],
        [text('admission.organization.website'), website],
        [
          text('admission.field.motivation'),
          form.motivation.trim() && (
            <LangText as="p" language={form.language} className={record.prose}>
              {form.motivation}
            </LangText>
          ),
        ],
        [text('admission.field.route'), form.route && text(`admission.route.${form.route}`)],
        ...(form.route === 'recommendation'
          ? [[text('admission.field.recommenderId'), recommender?.name] as const]
          : []),
        ...(form.route === 'entry_proposal'
          ? [[text('admission.entry'), proposal && <EntryInShort proposal={proposal} />] as const]
          : []),
        [text('admission.document'), document && <FileLink file={document} />],
      ]}
    />
  );
}

function EntryInShort({ proposal: { title, summary, language } }: { proposal: Proposal }) {
  return (
    <LangText language={language}>
      <strong>{title}</strong>
      {summary && <span className={styles.summary}>{summary}</span>}
    </LangText>
  );
}

/** Sends the draft as it stands on the screen: first everything is saved, then that version goes. */
function useSubmit(autosave: Autosave<ApplicationForm>) {
  const { id: organizationId } = useActingOrganization();
  return useMutation({
    mutationFn: async () => {
      await autosave.save();
      const { id, version, problem } = autosave.state.get();
      if (autosave.isDirty || id === null || version === null) throw problem;
      return read(
        api.POST('/api/v1/membership-applications/{id}/submit', {
          params: { path: { id }, header: ifMatch(version) },
        }),
      );
    },
    onSuccess: (application) => {
      queryClient.setQueryData(applicationQuery(organizationId, application.id).queryKey, application);
      void queryClient.invalidateQueries({ queryKey: admissionKey(organizationId) });
      void queryClient.invalidateQueries({ queryKey: proposalsKey(organizationId) });
    },
  });
}
