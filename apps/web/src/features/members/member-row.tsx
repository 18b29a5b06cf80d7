import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Tag } from '../../components/tag.js';
import { useText } from '../../i18n/use-text.js';
import { type Membership, useMe } from '../../lib/me.js';
import { type Member, people, usePeopleAct } from './members.js';
import { highestRole, rolesOf, useRoleText } from './roles.js';

interface Row {
  organization: Membership;
  member: Member;
  /** No other offer of ownership waits. */
  mayOffer: boolean;
}

/** One person with the role; owners change it in place. */
export function MemberRow({ manages, ...row }: Row & { manages: boolean }) {
  const text = useText();
  const me = useMe();
  const { member } = row;
  return (
    <li className={record.row}>
      <div className={record.main}>
        <p>
          <bdi>{member.displayName}</bdi> {member.personId === me.id && <Tag>{text('members.you')}</Tag>}
        </p>
        {member.latinName && <p className={record.sub}>{member.latinName}</p>}
      </div>
      {manages ? <Managed {...row} /> : <Shown {...row} />}
    </li>
  );
}

function Shown({ member }: Row) {
  const text = useText();
  const roleText = useRoleText();
  return (
    <div className={record.side}>
      <Tag>{roleText(member.role)}</Tag>
      {member.signatory && <Tag>{text('members.signatory')}</Tag>}
    </div>
  );
}

function Managed({ organization: { id, kind }, member, mayOffer }: Row) {
  const text = useText();
  const roleText = useRoleText();
  const change = usePeopleAct(id, people(id).change);
  const name = member.displayName;
  return (
    <div className={record.side}>
      {change.error && <ProblemNotice error={change.error} />}
      <NativeSelect
        aria-label={text('members.role-of', { name })}
        value={member.role}
        disabled={change.isPending}
        onChange={(event) => change.mutate({ member, role: event.currentTarget.value })}
        data={rolesOf(kind).map((role) => ({ value: role, label: roleText(role) }))}
      />
      {kind === 'city' && (
        <Checkbox
          label={text('members.signatory')}
          aria-label={text('members.signatory-of', { name })}
          checked={member.signatory}
          disabled={change.isPending}
          onChange={(event) => change.mutate({ member, signatory: event.currentTarget.checked })}
        />
      )}
      {mayOffer && member.role !== highestRole(kind) && <OfferButton organizationId={id} member={member} />}
      <RemoveButton organizationId={id} member={member} />
    </div>
  );
}

interface Act {
  organizationId: string;
  member: Member;
}

function OfferButton({ organizationId, member }: Act) {
  const text = useText();
  const offer = usePeopleAct(organizationId, people(organizationId).offer);
  const name = member.displayName;
  return (
    <>
      {offer.error && <ProblemNotice error={offer.error} />}
      <Button
        variant="default"
        aria-label={text('members.offer-to', { name })}
        loading={offer.isPending}
        onClick={() => window.confirm(text('members.offer.sure', { name })) && offer.mutate(member)}
      >
        {text('members.offer')}
      </Button>
    </>
  );
}

/** One's own seat is left below, with other words. */
function RemoveButton({ organizationId, member }: Act) {
  const text = useText();
  const me = useMe();
  const remove = usePeopleAct(organizationId, people(organizationId).remove);
  const name = member.displayName;
  if (member.personId === me.id) return null;
  return (
    <>
      {remove.error && <ProblemNotice error={remove.error} />}
      <Button
        variant="default"
        aria-label={text('members.remove-of', { name })}
        loading={remove.isPending}
        onClick={() => window.confirm(text('members.remove.sure', { name })) && remove.mutate(member)}
      >
        {text('members.remove')}
      </Button>
    </>
  );
}
