import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useIntl } from 'react-intl';
import { TextAreaField } from '../../components/field.js';
import { LangText } from '../../components/lang-text.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { organizationsOf, useOrganizationName } from './names.js';
import { type Project, type ProjectOrganization, useProjectStep } from './projects.js';

/** What partners say of each other: one's own at once, the others' when all are in or fourteen days are over. */
export function RatingsPanel({ project }: { project: Project }) {
  const text = useText();
  const nameOf = useOrganizationName();
  const { ratings, closingSince } = project;
  if (closingSince === null || project.partners.length < 2) return null;
  const organizations = organizationsOf(project);
  const named = (id: string): string => {
    const organization = organizations.get(id);
    return organization ? nameOf(organization) : '';
  };
  return (
    <Panel
      title={text('projects.ratings')}
      rows={
        ratings.given.length > 0 &&
        ratings.given.map((rating) => (
          <li key={`${rating.byOrganizationId}-${rating.aboutOrganizationId}`} className={record.entry}>
            <div className={record.head}>
              <span>
                {text('projects.rating.of', {
                  by: named(rating.byOrganizationId),
                  about: named(rating.aboutOrganizationId),
                })}
              </span>
              <span className={record.side}>
                <Tag tone="brand">{text('projects.rating.score', { score: rating.cooperation })}</Tag>
                <Tag tone={rating.wouldAgain ? 'success' : 'neutral'}>
                  {text(rating.wouldAgain ? 'projects.rating.again' : 'projects.rating.not-again')}
                </Tag>
              </span>
            </div>
            {rating.words && (
              <LangText as="p" className={record.message} language={rating.language}>
                {rating.words}
              </LangText>
            )}
          </li>
        ))
      }
    >
      <p className={record.sub}>
        {text(ratings.areOpen ? 'projects.ratings.open' : 'projects.ratings.sealed')}
      </p>
      {ratings.toRate.map((id) => {
        const organization = organizations.get(id);
        return organization && <RatingForm key={id} project={project} organization={organization} />;
      })}
    </Panel>
  );
}

function RatingForm({ project, organization }: { project: Project; organization: ProjectOrganization }) {
  const text = useText();
  const { locale: language } = useIntl();
  const nameOf = useOrganizationName();
  const [cooperation, setCooperation] = useState('');
  const [wouldAgain, setWouldAgain] = useState(true);
  const [words, setWords] = useState('');
  const step = useProjectStep(project.id);
  const { id: organizationId } = organization;
  const send = (event: FormEvent) => {
    event.preventDefault();
    const said = { organizationId, wouldAgain, words: words.trim() || null, language };
    if (cooperation !== '')
      step.mutate({ verb: 'rate', body: { ...said, cooperation: Number(cooperation) } });
  };
  return (
    <form onSubmit={send} noValidate>
      <fieldset className={forms.group}>
        <legend className={forms.legend}>
          {text('projects.rate', { organization: nameOf(organization) })}
        </legend>
        <NativeSelect
          id={`cooperation-${organizationId}`}
          label={text('projects.rating.cooperation')}
          required
          value={cooperation}
          onChange={(event) => setCooperation(event.currentTarget.value)}
          data={[
            { value: '', label: text('projects.rating.choose') },
            ...(['5', '4', '3', '2', '1'] as const).map((value) => ({
              value,
              label: text(`projects.rating.${value}`),
            })),
          ]}
        />
        <Checkbox
          label={text('projects.rating.would-again')}
          checked={wouldAgain}
          onChange={(event) => setWouldAgain(event.currentTarget.checked)}
        />
        <TextAreaField
          name={`rating-words-${organizationId}`}
          label={text('projects.rating.words')}
          minRows={2}
          maxLength={2000}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {step.error && <ProblemNotice error={step.error} />}
        <div>
          <Button type="submit" loading={step.isPending} disabled={cooperation === ''}>
            {text('projects.do.rate')}
          </Button>
        </div>
      </fieldset>
    </form>
  );
}
