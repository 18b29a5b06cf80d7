import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { needMessages } from '../../i18n/language.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { type Match, useDismissMatch } from '../../lib/matches.js';
import { MatchCard } from '../match-card.js';
import { ProblemNotice } from '../problem-notice.js';
import { Waiting } from '../waiting.js';
import { DismissMenu } from './dismiss-menu.js';
import styles from './match-list.module.css';
import { useMatchView } from './use-match-view.js';

// Looking deeper, writing and answering come after reading: their code and words wait until somebody does.
const parts = async () => (await Promise.all([import('./match-parts.js'), needMessages('matches')]))[0];
const OpenInterest = lazy(async () => ({ default: (await parts()).OpenInterest }));
const InterestForm = lazy(async () => ({ default: (await parts()).InterestForm }));
const MatchDepth = lazy(async () => ({ default: (await parts()).MatchDepth }));
const UndoDismissal = lazy(async () => ({ default: (await parts()).UndoDismissal }));

/** A match with all that can be done about it now. */
export function MatchItem(props: {
  match: Match;
  level?: 2 | 3;
  namesSubject?: boolean;
  isWhole?: boolean;
  isAway?: boolean;
  /** It was put away, or that was taken back. */
  onAway?: (isAway: boolean) => void;
}) {
  const { match, level = 3, namesSubject = false, isWhole, isAway, onAway } = props;
  const text = useText();
  const view = useMatchView()(match, { namesSubject });
  const { slug } = useActingOrganization();
  const dismiss = useDismissMatch(match, () => onAway?.(true));
  const [isWriting, setWriting] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { abilities, conversationId, counterpart } = match;
  const bringBack = () => {
    dismiss.reset();
    onAway?.(false);
    // The card comes back with the next paint.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-match='${match.id}'] a`)?.focus());
  };
  if ([isAway, dismiss.isSuccess].includes(true))
    return <Dismissed matchId={match.id} name={counterpart.name} onUndone={bringBack} />;

  const stopWriting = () => {
    setWriting(false);
    // The button comes back with the next paint.
    requestAnimationFrame(() => opener.current?.focus());
  };
  return (
    <MatchCard
      match={view}
      level={level}
      isWhole={isWhole}
      depth={
        <Suspense fallback={<Waiting rows={1} height={160} />}>
          <MatchDepth match={match} view={view} />
        </Suspense>
      }
      renderName={(name) => (
        <Link
          to="/o/$organization/organizations/$organizationId"
          params={{ organization: slug, organizationId: counterpart.id }}
        >
          {name}
        </Link>
      )}
      renderObject={(title) => (
        <ObjectLink slug={slug} object={match.object}>
          {title}
        </ObjectLink>
      )}
      actions={
        <div className={styles.foot}>
          {match.interest?.state === 'sent' && (
            <Suspense fallback={<Waiting rows={1} height={96} />}>
              <OpenInterest interest={match.interest} match={match} />
            </Suspense>
          )}
          {isWriting && (
            <Suspense fallback={<Waiting rows={1} height={160} />}>
              <InterestForm match={match} onDone={stopWriting} />
            </Suspense>
          )}
          {dismiss.error && <ProblemNotice error={dismiss.error} />}
          {!isWriting && (
            <div className={styles.buttons}>
              {conversationId && (
                <Button
                  renderRoot={(props) => (
                    <Link
                      to="/o/$organization/messages/$conversationId"
                      params={{ organization: slug, conversationId }}
                      {...props}
                    />
                  )}
                >
                  {text('match.open-conversation')}
                </Button>
              )}
              {abilities.sendInterest && (
                <Button ref={opener} onClick={() => setWriting(true)}>
                  {text('match.start')}
                </Button>
              )}
              {abilities.dismiss && (
                <DismissMenu
                  label={text('match.not-now')}
                  title={text('match.not-now.why', { name: counterpart.name })}
                  isBusy={dismiss.isPending}
                  onChoose={(reason) => dismiss.mutate(reason)}
                />
              )}
            </div>
          )}
        </div>
      }
    />
  );
}

/** Stands where the card stood, so that the reader sees what became of it and keeps their place. */
function Dismissed(props: { matchId: string; name: string; onUndone: () => void }) {
  const { matchId, name, onUndone } = props;
  const text = useText();
  const box = useRef<HTMLParagraphElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className={styles.dismissed}>
      <p ref={box} tabIndex={-1} role="status">
        {text('match.dismissed', { name })}
      </p>
      <Suspense fallback={null}>
        <UndoDismissal matchId={matchId} onUndone={onUndone} />
      </Suspense>
    </div>
  );
}

/** What the match is about, where it has a screen of its own. */
function ObjectLink(props: { slug: string; object: Match['object']; children: ReactNode }) {
  const { slug, object, children } = props;
  const organization = slug;
  if (object?.type === 'proposal') {
    return (
      <Link to="/o/$organization/proposals/$proposalId" params={{ organization, proposalId: object.id }}>
        {children}
      </Link>
    );
  }
  if (object?.type === 'opportunity') {
    return (
      <Link
        to="/o/$organization/opportunities/$opportunityId"
        params={{ organization, opportunityId: object.id }}
      >
        {children}
      </Link>
    );
  }
  if (object?.type === 'consulting_request') {
    return (
      <Link to="/o/$organization/consulting/$requestId" params={{ organization, requestId: object.id }}>
        {children}
      </Link>
    );
  }
  return children;
}
