import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { api, read } from '../lib/api.js';
import { queryClient } from '../lib/query.js';
import { Dialog } from './dialog.js';
import { ProblemNotice } from './problem-notice.js';
import record from './record.module.css';

/** Asks an organization one does not know yet whether one may write to it. Needs the words of `rooms`. */
export function ContactButton({ organizationId }: { organizationId: string }) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const [message, setMessage] = useState('');
  const ask = useMutation({
    mutationFn: () =>
      read(api.POST('/api/v1/contact-requests', { body: { toOrganizationId: organizationId, message } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['o'] }),
  });
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {text('rooms.ask')}
      </Button>
      {isOpen && (
        <Dialog title={text('rooms.ask')} onClose={() => setOpen(false)}>
          {ask.isSuccess ? (
            <p role="status">{text('rooms.asked')}</p>
          ) : (
            <div className={record.stack}>
              <p>
                {text('rooms.ask.why')} {text('rooms.rule')}
              </p>
              <Textarea
                label={text('rooms.ask.message')}
                required
                autosize
                minRows={3}
                maxLength={1_000}
                value={message}
                onChange={(event) => setMessage(event.currentTarget.value)}
              />
              {ask.error && <ProblemNotice error={ask.error} />}
              <Button disabled={message.trim() === ''} loading={ask.isPending} onClick={() => ask.mutate()}>
                {text('messages.send')}
              </Button>
            </div>
          )}
          <p>
            <Button variant="default" onClick={() => setOpen(false)}>
              {text('rooms.close')}
            </Button>
          </p>
        </Dialog>
      )}
    </>
  );
}
