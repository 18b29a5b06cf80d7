import { Button } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.js';
import { AskDayDialog } from './ask-day-dialog.js';
import { NoteDialog } from './note-dialog.js';
import styles from './projects.module.css';
import { type Milestone, type MilestoneStep, type Project, useMilestoneStep } from './projects.js';
import { SubmitDialog } from './submit-dialog.js';

type Open = 'submit' | 'ask-day' | NoteVerb | null;
type NoteVerb = 'accept' | 'return' | 'approve-day' | 'decline-day';

const step = (verb: NoteVerb, note: string, language: string): MilestoneStep =>
  verb === 'return' || verb === 'decline-day'
    ? { verb, body: { note, language } }
    : { verb, body: { note: note || null, language } };

/** What the reader may do with a milestone now; each opens a question of its own. */
export function MilestoneForms({ project, milestone }: { project: Project; milestone: Milestone }) {
  const text = useText();
  const [open, setOpen] = useState<Open>(null);
  const send = useMilestoneStep(project, milestone);
  const { submit, judge, askDay, answerDay, withdrawDay } = milestone.abilities;
  const close = () => {
    send.reset();
    setOpen(null);
  };
  const done = { onSuccess: close };
  return (
    <>
      <div className={styles.buttons}>
        {submit && <Button onClick={() => setOpen('submit')}>{text('projects.do.submit')}</Button>}
        {judge && (
          <>
            <Button onClick={() => setOpen('accept')}>{text('projects.do.accept')}</Button>
            <Button variant="default" onClick={() => setOpen('return')}>
              {text('projects.do.return')}
            </Button>
          </>
        )}
        {answerDay && (
          <>
            <Button onClick={() => setOpen('approve-day')}>{text('projects.do.approve-day')}</Button>
            <Button variant="default" onClick={() => setOpen('decline-day')}>
              {text('projects.do.decline-day')}
            </Button>
          </>
        )}
        {askDay && (
          <Button variant="default" onClick={() => setOpen('ask-day')}>
            {text('projects.do.ask-day')}
          </Button>
        )}
        {withdrawDay && (
          <Button
            variant="default"
            loading={send.isPending}
            onClick={() => send.mutate({ verb: 'withdraw-day' })}
          >
            {text('projects.do.withdraw-day')}
          </Button>
        )}
      </div>
      {open === 'submit' && <SubmitDialog project={project} milestone={milestone} onClose={close} />}
      {open === 'ask-day' && <AskDayDialog project={project} milestone={milestone} onClose={close} />}
      {open !== null && open !== 'submit' && open !== 'ask-day' && (
        <NoteDialog
          title={text(`projects.do.${open}`)}
          label={text('projects.note')}
          isRequired={open === 'return' || open === 'decline-day'}
          send={send}
          onSend={(note, language) => send.mutate(step(open, note, language), done)}
          onClose={close}
        />
      )}
    </>
  );
}
