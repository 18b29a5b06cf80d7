import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import type { Engagement, useSessionStep } from './engagements.js';

const ABSENT = ['both', 'requester', 'consultant'] as const;

/** Its time has come, and somebody did not: that counts in the facts about a consultant. */
export function MissedSession(props: { engagement: Engagement; step: ReturnType<typeof useSessionStep> }) {
  const { engagement, step } = props;
  const text = useText();
  const [absent, setAbsent] = useState<(typeof ABSENT)[number]>('both');
  if (!engagement.abilities.propose) return null;
  return (
    <div className={forms.bar}>
      <NativeSelect
        aria-label={text('engagements.absent')}
        value={absent}
        onChange={(event) => setAbsent(ABSENT.find((one) => one === event.currentTarget.value) ?? 'both')}
        data={ABSENT.map((one) => ({ value: one, label: text(`engagements.absent.${one}`) }))}
      />
      <Button
        variant="default"
        loading={step.isPending}
        onClick={() => step.mutate({ verb: 'miss', body: { absent } })}
      >
        {text('engagements.do.miss')}
      </Button>
    </div>
  );
}
