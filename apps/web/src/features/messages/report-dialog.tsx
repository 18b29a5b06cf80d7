import { Button, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../components/dialog.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { useText } from '../../i18n/use-text.js';
import { api, read } from '../../lib/api.js';
import { languageOfText } from './language-of-text.js';
import styles from './messages.module.css';

const REASONS = ['spam', 'harassment', 'fraud', 'unlawful', 'confidential', 'other'] as const;

/** Reports a message, or the conversation, and says the number of the case. */
export function ReportDialog(props: { conversationId: string; seq: number | null; onClose: () => void }) {
  const { conversationId: id, seq, onClose } = props;
  const text = useText();
  const [reason, setReason] = useState<(typeof REASONS)[number] | null>(null);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const [caseNumber, setCaseNumber] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const send = (): void => {
    setTried(true);
    if (reason === null) return;
    const words = note.trim();
    const language = languageOfText(words);
    const body = {
      ...{ reason, ...(seq !== null && { seq }) },
      ...(words !== '' && { note: words, ...(language !== null && { language }) }),
    };
    setProblem(null);
    read(api.POST('/api/v1/conversations/{id}/reports', { params: { path: { id } }, body })).then(
      (report) => setCaseNumber(report.caseNumber),
      setProblem,
    );
  };
  return (
    <Dialog title={text('rooms.report')} onClose={onClose}>
      {caseNumber !== null ? (
        <p role="status">{text('rooms.reported', { number: caseNumber })}</p>
      ) : (
        <div className={styles.form}>
          <p>{text(seq === null ? 'rooms.report.room' : 'rooms.report.message')}</p>
          <Select
            label={text('rooms.report.reason')}
            data={REASONS.map((value) => ({ value, label: text(`rooms.reason.${value}`) }))}
            placeholder={text('rooms.report.choose')}
            required
            comboboxProps={{ withinPortal: false }}
            error={isTried && reason === null && text('rooms.report.missing')}
            value={reason}
            allowDeselect={false}
            onChange={(value) => setReason(REASONS.find((each) => each === value) ?? null)}
          />
          <Textarea
            label={text('rooms.report.note')}
            value={note}
            maxLength={2_000}
            minRows={3}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {problem !== null && <ProblemNotice error={problem} />}
        </div>
      )}
      <p className={styles.buttons}>
        {caseNumber === null && <Button onClick={send}>{text('rooms.report')}</Button>}
        <Button variant="default" onClick={onClose}>
          {text(caseNumber === null ? 'action.cancel' : 'rooms.close')}
        </Button>
      </p>
    </Dialog>
  );
}
