import { Button, Menu, Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Callout } from '../../components/callout.js';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { PasswordField, TextAreaField, TextField } from '../../components/field.js';
import { LangText } from '../../components/lang-text.js';
import { LocalTime } from '../../components/local-time.js';
import { MatchCard } from '../../components/match-card.js';
import { PageTitle } from '../../components/page-title.js';
import { Panel } from '../../components/panel.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import { ReciprocityLedger } from '../../components/reciprocity-ledger.js';
import { SavedState } from '../../components/saved-state.js';
import { FictionalMark, Tag, type Tone } from '../../components/tag.js';
import { Waiting } from '../../components/waiting.js';
import { FileLink } from '../../files/file-link.js';
import { FileUpload } from '../../files/file-upload.js';
import { UploadProgress } from '../../files/upload-progress.js';
import { chooseLocale } from '../../i18n/language.js';
import { LOCALE_NAMES, LOCALES } from '../../i18n/locales.js';
import { useText } from '../../i18n/use-text.js';
import { ApiProblem } from '../../lib/api-problem.js';
import { KIT_MATCHES } from './kit-matches.js';
import styles from './kit-page.module.css';

const TONES: readonly Tone[] = ['neutral', 'brand', 'success', 'warning', 'danger'];
const BUTTONS = ['filled', 'light', 'outline', 'default', 'subtle'] as const;
const NAMES = [
  ['ko', '부산광역시'],
  ['ja', '下関市'],
  ['zh-Hans', '张家界市'],
  ['zh-Hant', '臺南市'],
  ['vi', 'Thành phố Hồ Chí Minh'],
  ['th', 'กรุงเทพมหานคร'],
  ['ru', 'Владивосток'],
] as const;
const PROBLEMS = [
  ApiProblem.unreachable(),
  new ApiProblem(412, 'http/412'),
  new ApiProblem(500, 'http/500', [], '0198a7c2-5b1e-7cc0-9a53-2f3c1d0e4b6a'),
];

const SENDING = { step: 'sending', name: '사업자등록증.pdf', share: 0.42 } as const;
const stay = (): void => undefined;

/** Every shared component in every state. The words in English are specimens, not product text. */
export function KitPage() {
  const text = useText();
  return (
    <main className={styles.page}>
      <PageTitle
        title="Kit"
        lead="Every shared component in every state."
        actions={LOCALES.map((locale) => (
          <Button key={locale} variant="default" lang={locale} onClick={() => void chooseLocale(locale)}>
            {LOCALE_NAMES[locale]}
          </Button>
        ))}
      />
      <Section title="Match card">
        <div className={styles.cards}>
          {KIT_MATCHES.map((match) => (
            <MatchCard
              key={match.id}
              match={match}
              depth={
                <ReciprocityLedger
                  counterpart={match.counterpart.name}
                  reasons={[...match.reasons, ...match.unmet]}
                />
              }
              renderName={(name) => <a href="#kit">{name}</a>}
              actions={
                <>
                  <Button>{text('nav.messages')}</Button>
                  <Button variant="subtle">{text('action.cancel')}</Button>
                </>
              }
            />
          ))}
        </div>
      </Section>
      <Section title="Buttons">
        {(['brand', 'danger'] as const).map((color) => (
          <div key={color} className={styles.row}>
            {BUTTONS.map((variant) => (
              <Button key={variant} variant={variant} color={color}>
                {variant}
              </Button>
            ))}
            <Button color={color} disabled>
              disabled
            </Button>
            <Button color={color} loading>
              loading
            </Button>
          </div>
        ))}
      </Section>
      <Section title="Tags">
        <div className={styles.row}>
          {TONES.map((tone) => (
            <Tag key={tone} tone={tone}>
              {tone}
            </Tag>
          ))}
          <FictionalMark />
        </div>
      </Section>
      <Section title="Names and times">
        <Panel
          title="In their own languages"
          aside={<LocalTime at="2026-12-01T02:00:00.000Z" as="deadline" timeZone="Asia/Seoul" />}
          rows={NAMES.map(([language, name]) => (
            <li key={language} style={{ padding: '0.5rem 1.5rem' }}>
              <LangText language={language}>{name}</LangText>
            </li>
          ))}
        />
      </Section>
      <Section title="Forms">
        <Forms />
      </Section>
      <Section title="Files">
        <FileUpload
          purpose="registration-document"
          label="Registration document"
          accept="application/pdf"
          onUploaded={stay}
        />
        <UploadProgress state={SENDING} onPause={stay} onResume={stay} onCancel={stay} />
        <UploadProgress
          state={{ ...SENDING, step: 'paused' }}
          onPause={stay}
          onResume={stay}
          onCancel={stay}
        />
        <FileLink file={{ id: 'kit', name: '사업자등록증.pdf', size: 182_044, scanned: 'not_scanned' }} />
      </Section>
      <Section title="Saved">
        <div className={styles.row}>
          <SavedState saved={{ state: 'saving' }} />
          <SavedState saved={{ state: 'saved', at: '2026-12-01T05:02:00.000Z' }} />
          <SavedState saved={{ state: 'offline' }} />
          <SavedState saved={{ state: 'failed' }} />
        </div>
      </Section>
      <Section title="Nothing here">
        <EmptyState because="nothing" title="No proposals yet" action={<Button>Write a proposal</Button>}>
          A proposal says what you want to do and with whom. Cities that fit are shown as soon as you hand it
          in.
        </EmptyState>
        <EmptyState
          because="filtered"
          title="No match fits these filters"
          action={<Button variant="default">{text('action.clear-filters')}</Button>}
        />
        <EmptyState because="forbidden" title="Not open to your role">
          An owner of your organization can grant access.
        </EmptyState>
      </Section>
      <Section title="Words to the reader">
        <Callout tone="info" title="Information">
          Something worth knowing.
        </Callout>
        <Callout tone="success">Your proposal was handed in.</Callout>
        <Callout tone="warning">The deadline is in three days.</Callout>
        {PROBLEMS.map((problem) => (
          <ProblemNotice key={problem.code} error={problem} onRetry={() => undefined} />
        ))}
      </Section>
      <Section title="Waiting">
        <Waiting rows={2} />
      </Section>
    </main>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Forms() {
  const [attempt, setAttempt] = useState(0);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
      }}
    >
      <ErrorSummary
        attempt={attempt}
        errors={[
          { field: 'kit-title', message: 'Enter a title' },
          { field: 'kit-summary', message: 'The summary is longer than 2,000 characters' },
        ]}
      />
      <TextField name="kit-title" label="Title" description="As others will read it" error="Enter a title" />
      <TextAreaField name="kit-summary" label="Summary" />
      <PasswordField name="kit-password" label="Password" />
      <Select
        id="kit-language"
        label="Language"
        data={[
          { value: 'en', label: 'English' },
          { value: 'ko', label: '한국어' },
        ]}
        defaultValue="ko"
      />
      <div className={styles.row}>
        <Button type="submit">Check</Button>
        <Menu>
          <Menu.Target>
            <Button variant="default">Menu</Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>Label</Menu.Label>
            <Menu.Item>First</Menu.Item>
            <Menu.Item>Second</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </form>
  );
}
