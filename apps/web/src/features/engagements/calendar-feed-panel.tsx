import { Button, CopyButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { TextField } from '../../components/field.js';
import { LocalTime } from '../../components/local-time.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import forms from '../../forms/forms.module.css';
import { useText } from '../../i18n/use-text.js';
import { calendarFeedQuery, useCalendarFeed } from './engagements.js';

/** The secret address by which the reader's own calendar shows their sessions. */
export function CalendarFeedPanel() {
  const text = useText();
  const { data: feed } = useQuery(calendarFeedQuery);
  const change = useCalendarFeed();
  const url = change.data;
  if (!feed) return null;
  return (
    <Panel title={text('engagements.feed')}>
      <div className={forms.form}>
        <p>{text('engagements.feed.text')}</p>
        {feed.since && (
          <p className={forms.note}>
            {text('engagements.feed.since')} <LocalTime at={feed.since} as="stamp" />
          </p>
        )}
        {url && (
          <>
            <TextField
              name="feed-url"
              label={text('engagements.feed.url')}
              description={text('engagements.feed.once')}
              readOnly
              value={url}
              onFocus={(event) => event.currentTarget.select()}
            />
            <CopyButton value={url}>
              {({ copied, copy }) => (
                <div>
                  <Button variant="default" onClick={copy}>
                    {text(copied ? 'engagements.feed.copied' : 'engagements.feed.copy')}
                  </Button>
                </div>
              )}
            </CopyButton>
          </>
        )}
        <div className={forms.bar}>
          <Button variant="default" loading={change.isPending} onClick={() => change.mutate(true)}>
            {text(feed.isOn ? 'engagements.feed.renew' : 'engagements.feed.make')}
          </Button>
          {feed.isOn && (
            <Button variant="subtle" color="danger" onClick={() => change.mutate(false)}>
              {text('engagements.feed.revoke')}
            </Button>
          )}
        </div>
        {change.error && <ProblemNotice error={change.error} />}
      </div>
    </Panel>
  );
}
