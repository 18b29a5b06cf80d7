import { LocalTime } from '../../components/local-time.js';
import { useText } from '../../i18n/use-text.js';
import styles from './admission.module.css';
import type { Application } from './applications.js';

type Stage = 'sent' | 'recommendation' | 'reviews' | 'decision' | 'takes-part';

/** What stands in place of the number. */
const MARKS = { done: '✓', refused: '×', now: null, open: null } as const;

/** The way from the sent application to the network, with a mark where it is now. */
export function Stages({ application }: { application: Application }) {
  const text = useText();
  const { route, submittedAt, status, story } = application;
  const stages: readonly Stage[] = [
    'sent',
    route === 'entry_proposal' ? 'reviews' : 'recommendation',
    'decision',
    'takes-part',
  ];
  const now = stages.indexOf(stageOf(application));
  const reached: Partial<Record<Stage, string | null | undefined>> = {
    sent: submittedAt,
    recommendation: story.findLast(({ verb }) => verb === 'recommend')?.at,
    decision: story.findLast(({ verb }) => verb === 'accept' || verb === 'reject')?.at,
  };
  const standing = (at: number): keyof typeof MARKS => {
    if (at < now || status === 'admitted') return 'done';
    if (at > now) return 'open';
    return status === 'not-admitted' ? 'refused' : 'now';
  };
  return (
    <ol className={styles.stages} aria-label={text('admission.stages')}>
      {stages.map((stage, at) => {
        const stands = standing(at);
        const time = reached[stage];
        return (
          <li
            key={stage}
            className={styles.stage}
            data-stands={stands}
            aria-current={stands === 'now' ? 'step' : undefined}
          >
            <span className={styles.number} aria-hidden>
              {MARKS[stands] ?? at + 1}
            </span>
            <span>
              <span className={styles.stageName}>{text(`admission.stage.${stage}`)}</span>
              <span className={styles.stageNote}>
                {stands === 'refused' && `${text('admission.stands.refused')} · `}
                {(stands === 'done' || stands === 'refused') && time ? (
                  <LocalTime at={time} as="date" />
                ) : (
                  text(`admission.stands.${stands}`)
                )}
              </span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function stageOf({ status, waitsFor, route }: Application): Stage {
  if (status === 'admitted') return 'takes-part';
  if (status === 'waiting-for-recommendation') return 'recommendation';
  if (status === 'under-review' && waitsFor === 'reviewers') return 'reviews';
  if (status === 'your-answer-needed' && route === 'entry_proposal') return 'reviews';
  return 'decision';
}
