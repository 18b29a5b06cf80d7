import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { TextAreaField } from '../../components/field.js';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { type Engagement, ratingsQuery, useRate } from './engagements.js';
import styles from './engagements.module.css';

const RATED = ['quality', 'communication', 'reliability'] as const;
const SCORES = ['1', '2', '3', '4', '5'];
const UNRATED = { quality: '', communication: '', reliability: '' };

/** What both say of each other: sealed until both have spoken, or the time is over. */
export function RatingsPanel({ engagement }: { engagement: Engagement }) {
  const text = useText();
  const organization = useActingOrganization();
  const { state, side } = engagement;
  const isRated = state === 'accepted' || state === 'closed';
  const { data } = useQuery({ ...ratingsQuery(organization.id, engagement.id), enabled: isRated });
  if (!isRated || !data) return null;
  const own = data.items.find((rating) => rating.side === side);
  return (
    <Panel
      title={text('engagements.ratings')}
      rows={data.items.map((rating) => (
        <li key={rating.side} className={record.entry}>
          <span className={record.strong}>{text(`engagements.rated-by.${rating.side}`)}</span>
          {RATED.map((rated) => (
            <span key={rated} className={styles.score}>
              <span>{text(`engagements.rated.${rated}`)}</span>
              <span>{text('engagements.score', { score: rating[rated] })}</span>
            </span>
          ))}
          {rating.words && (
            <LangText as="p" language={rating.language ?? 'en'} className={record.message}>
              {rating.words}
            </LangText>
          )}
        </li>
      ))}
    >
      {!data.isOpen && (
        <div className={record.stack}>
          {data.opensAt && (
            <p className={forms.note}>
              {text('engagements.ratings.sealed')} <LocalTime at={data.opensAt} as="deadline" />
            </p>
          )}
          {engagement.abilities.rate && !own && <RateForm engagement={engagement} />}
        </div>
      )}
    </Panel>
  );
}

type Rated = (typeof RATED)[number];

/** Nothing is chosen beforehand: a rating is asked for, not suggested. */
function RateForm({ engagement }: { engagement: Engagement }) {
  const text = useText();
  const { locale } = useIntl();
  const [scores, setScores] = useState<Readonly<Record<Rated, string>>>(UNRATED);
  const [words, setWords] = useState('');
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const rate = useRate(engagement);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const missing = RATED.find((rated) => scores[rated] === '');
    if (missing) form.current?.querySelector<HTMLElement>(`[data-rated=${missing}] input`)?.focus();
    else
      rate.mutate({
        quality: Number(scores.quality),
        communication: Number(scores.communication),
        reliability: Number(scores.reliability),
        words: words.trim() || null,
        language: words.trim() ? locale : null,
      });
  };
  return (
    <form ref={form} className={forms.form} onSubmit={send} noValidate>
      <p className={forms.note}>{text('engagements.rating.scale')}</p>
      {RATED.map((rated) => {
        const isMissing = isTried && scores[rated] === '';
        return (
          <div key={rated} data-rated={rated}>
            <div className={styles.score}>
              <span>{text(`engagements.rated.${rated}`)}</span>
              <SegmentedControl
                aria-label={text(`engagements.rated.${rated}`)}
                aria-describedby={isMissing ? `missing-${rated}` : undefined}
                value={scores[rated]}
                onChange={(value) => setScores({ ...scores, [rated]: value })}
                data={SCORES}
              />
            </div>
            {isMissing && (
              <p className={forms.wrong} id={`missing-${rated}`}>
                {text('engagements.rating.missing')}
              </p>
            )}
          </div>
        );
      })}
      <TextAreaField
        name="rating-words"
        label={text('engagements.rating.words')}
        minRows={2}
        maxLength={2_000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {rate.error && <ProblemNotice error={rate.error} />}
      <div>
        <Button type="submit" loading={rate.isPending}>
          {text('engagements.do.rate')}
        </Button>
      </div>
    </form>
  );
}
