import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { api, read } from '../../lib/api.js';
import { useAssignReviewer } from './admission-verbs.js';
import { admissionKey, type Application, type ApplicationInside } from './applications.js';
import { OrganizationSelect } from './organization-select.js';
import { ReviewView } from './review-view.js';

/** Who reviews the entry proposal and what they say of it, and the search for somebody else. */
export function ReviewersPanel(props: { application: Application; inside: ApplicationInside }) {
  const { application, inside } = props;
  const text = useText();
  return (
    <Panel title={text('admission.desk.reviewers')}>
      <div className={record.stack}>
        {inside.reviews.length === 0 && <p>{text('admission.desk.reviewers.none')}</p>}
        {inside.reviews.map((review) => (
          <section key={review.id}>
            <p className={record.line}>
              <strong>{review.person}</strong>
              <span className={record.sub}>{review.organization}</span>
              <Tag tone={review.state === 'submitted' ? 'success' : 'neutral'}>
                {text(`admission.review.state.${review.state}`)}
              </Tag>
            </p>
            {review.scores && <ReviewView review={review} />}
          </section>
        ))}
        {application.abilities.assignReviewer && (
          <AssignForm key={inside.reviews.length} application={application} />
        )}
      </div>
    </Panel>
  );
}

/** An organization first, then one of its people. */
function AssignForm({ application }: { application: Application }) {
  const text = useText();
  const acting = useActingOrganization();
  const [organizationId, setOrganizationId] = useState('');
  const [personId, setPersonId] = useState('');
  const [isMissing, setMissing] = useState(false);
  const assign = useAssignReviewer(application);
  const { data: members = [] } = useQuery({
    queryKey: [...admissionKey(acting.id), 'people', organizationId],
    enabled: organizationId !== '',
    queryFn: async ({ signal }) => {
      const params = { path: { id: organizationId } };
      return (await read(api.GET('/api/v1/organizations/{id}/members', { params, signal }))).items;
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const isOpen = organizationId === '' || personId === '';
    setMissing(isOpen);
    if (isOpen)
      document.getElementById(organizationId === '' ? 'reviewer-organization' : 'reviewer')?.focus();
    else assign.mutate({ personId, organizationId });
  };
  return (
    <form className={forms.form} onSubmit={send} noValidate>
      <h3>{text('admission.desk.assign')}</h3>
      <OrganizationSelect
        name="reviewer-organization"
        label={text('admission.desk.assign.organization')}
        withSecretariat
        value={organizationId}
        chosen={null}
        onChange={(id) => {
          setOrganizationId(id);
          setPersonId('');
        }}
      />
      <NativeSelect
        id="reviewer"
        label={text('admission.desk.assign.person')}
        value={personId}
        onChange={(event) => setPersonId(event.currentTarget.value)}
        data={[
          { value: '', label: text('admission.choose') },
          ...members.map(({ personId: value, displayName, latinName }) => ({
            value,
            label: latinName && latinName !== displayName ? `${displayName} (${latinName})` : displayName,
          })),
        ]}
        error={isMissing && personId === '' && text('admission.desk.assign.missing')}
      />
      {assign.error !== null && <ProblemNotice error={assign.error} />}
      <div>
        <Button type="submit" variant="default" loading={assign.isPending}>
          {text('admission.desk.assign.submit')}
        </Button>
      </div>
    </form>
  );
}
