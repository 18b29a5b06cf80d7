import { useState } from 'react';
import { Callout } from '../../components/callout.js';
import { Panel } from '../../components/panel.js';
import { useCodeText, useText } from '../../i18n/use-text.js';
import type { Application, ApplicationInside } from './applications.js';
import { DecisionForm } from './decision-form.js';
import { PendingDecision } from './pending-decision.js';

/** Decides, or says why not now; a decision that was just taken can be taken back for some seconds. */
export function DecisionPanel(props: { application: Application; inside: ApplicationInside }) {
  const { application, inside } = props;
  const text = useText();
  const codeText = useCodeText();
  const { abilities } = application;
  const [undoneIn, setUndoneIn] = useState<string | null>(null);
  const { pending, refusal, state } = inside;
  const isUndone = undoneIn === state;
  return (
    <Panel title={text('admission.decide')}>
      <p role="status" className="sr-only">
        {isUndone && text('admission.undone')}
      </p>
      {pending ? (
        <PendingDecision key={pending.id} pending={pending} onUndone={() => setUndoneIn(state)} />
      ) : refusal ? (
        <Callout tone="warning" title={text('admission.refusal')}>
          {codeText('problem', refusal, 'problem.http/403')}
        </Callout>
      ) : abilities.decide || abilities.ask ? (
        <>
          {isUndone && <Callout tone="success">{text('admission.undone')}</Callout>}
          <DecisionForm key={state} application={application} />
        </>
      ) : (
        <Callout tone="info" title={text('admission.not-yet')}>
          {codeText('admission.not-yet', state, 'admission.not-yet.over')}
        </Callout>
      )}
    </Panel>
  );
}
