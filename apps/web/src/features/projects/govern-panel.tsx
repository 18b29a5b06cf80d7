import { Button } from '@mantine/core';
import { useState } from 'react';
import { Panel } from '../../components/panel.js';
import { useText } from '../../i18n/use-text.js';
import { NoteDialog } from './note-dialog.js';
import styles from './projects.module.css';
import { type Project, useProjectStep } from './projects.js';

const VERBS = ['suspend', 'resume', 'terminate'] as const;

/** What the officer does with the project as a whole, with a reason everybody reads. */
export function GovernPanel({ project }: { project: Project }) {
  const text = useText();
  const [open, setOpen] = useState<(typeof VERBS)[number] | null>(null);
  const step = useProjectStep(project.id);
  const possible = VERBS.filter((verb) => project.abilities[verb]);
  if (possible.length === 0) return null;
  const close = () => {
    step.reset();
    setOpen(null);
  };
  return (
    <Panel title={text('projects.govern')}>
      <div className={styles.buttons}>
        {possible.map((verb) => (
          <Button key={verb} variant="default" onClick={() => setOpen(verb)}>
            {text(`projects.do.${verb}`)}
          </Button>
        ))}
      </div>
      {open && (
        <NoteDialog
          title={text(`projects.do.${open}`)}
          lead={text(`projects.do.${open}.text`)}
          label={text('projects.reason')}
          isRequired
          send={step}
          onSend={(reason, language) =>
            step.mutate({ verb: open, body: { reason, language } }, { onSuccess: close })
          }
          onClose={close}
        />
      )}
    </Panel>
  );
}
