import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useIntl } from 'react-intl';
import { ErrorSummary } from '../../components/error-summary.js';
import { TextField } from '../../components/field.js';
import { ProblemNotice } from '../../components/problem-notice.js';
import forms from '../../forms/forms.module.css';
import { LOCALE_NAMES, LOCALES } from '../../i18n/locales.js';
import { useText } from '../../i18n/use-text.js';
import type { Organization } from '../../lib/organizations.js';
import { people, usePeopleAct } from './members.js';
import { useRoleText } from './roles.js';

const DAYS = ['7', '14', '30', '60'];

interface InviteFormProps {
  readonly organization: Pick<Organization, 'id' | 'kind'>;
  /** Roles to choose from, the last one at first. Of one there is no choice. */
  readonly roles: readonly string[];
}

/** Invites somebody by address. */
export function InviteForm({ organization, roles }: InviteFormProps) {
  const text = useText();
  const roleText = useRoleText();
  const { locale } = useIntl();
  const empty = { email: '', role: roles.at(-1) ?? '', signatory: false, language: locale, days: '14' };
  const [form, setForm] = useState(empty);
  const [attempt, setAttempt] = useState(0);
  const invite = usePeopleAct(organization.id, people(organization.id).invite);
  const set = (changes: Partial<typeof form>) => {
    setForm({ ...form, ...changes });
    invite.reset();
  };
  const isAddress = /^\S+@\S+\.\S+$/.test(form.email.trim());
  const wrong = attempt > 0 && !isAddress ? text('members.email.wrong') : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isAddress) return setAttempt(attempt + 1);
    const body = { ...form, email: form.email.trim(), days: Number(form.days) };
    return invite.mutate(body, {
      onSuccess: () => {
        setForm(empty);
        setAttempt(0);
      },
    });
  };
  return (
    <form noValidate className={forms.form} onSubmit={submit}>
      {wrong && <ErrorSummary errors={[{ field: 'email', message: wrong }]} attempt={attempt} />}
      {invite.error && <ProblemNotice error={invite.error} />}
      <TextField
        name="email"
        type="email"
        inputMode="email"
        autoComplete="off"
        label={text('members.email')}
        description={text('members.email.note')}
        value={form.email}
        onChange={(event) => set({ email: event.currentTarget.value })}
        error={wrong}
      />
      {roles.length > 1 && (
        <NativeSelect
          id="role"
          label={text('members.role')}
          value={form.role}
          onChange={(event) => set({ role: event.currentTarget.value })}
          data={roles.map((role) => ({ value: role, label: roleText(role) }))}
        />
      )}
      {organization.kind === 'city' && (
        <Checkbox
          label={text('members.signatory')}
          checked={form.signatory}
          onChange={(event) => set({ signatory: event.currentTarget.checked })}
        />
      )}
      <NativeSelect
        id="language"
        label={text('members.language')}
        value={form.language}
        onChange={(event) => set({ language: event.currentTarget.value })}
        data={LOCALES.map((each) => ({ value: each, label: LOCALE_NAMES[each] }))}
      />
      <NativeSelect
        id="days"
        label={text('members.days')}
        value={form.days}
        onChange={(event) => set({ days: event.currentTarget.value })}
        data={DAYS.map((days) => ({
          value: days,
          label: text('members.days.count', { count: Number(days) }),
        }))}
      />
      <Button type="submit" loading={invite.isPending}>
        {text('members.invite.do')}
      </Button>
      <p role="status">{invite.isSuccess && text('members.invite.done')}</p>
    </form>
  );
}
