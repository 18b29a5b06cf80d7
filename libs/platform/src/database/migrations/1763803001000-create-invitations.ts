import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Invitations, offers of ownership, why an organization closed; mail to an address that is nobody's account yet. */
export class CreateInvitations1763803001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table invitation (
        id uuid constraint pk_invitation primary key,
        organization_id uuid not null constraint fk_invitation_organization_id references organization,
        email text,
        email_folded text,
        role text not null,
        signatory boolean not null default false,
        language text not null,
        token_hash bytea not null,
        state text not null default 'open',
        invited_by uuid not null constraint fk_invitation_invited_by references person,
        accepted_by uuid constraint fk_invitation_accepted_by references person,
        expires_at timestamptz(3) not null,
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id(),
        constraint uq_invitation_token_hash unique (token_hash),
        constraint ck_invitation_state check (state in ('open', 'accepted', 'declined', 'revoked', 'expired')),
        constraint ck_invitation_email check ((state = 'open') = (email is not null and email_folded is not null)),
        constraint ck_invitation_accepted_by check ((state = 'accepted') = (accepted_by is not null))
      );
      create unique index uq_invitation_open on invitation (organization_id, email_folded) where state = 'open';
      create index ix_invitation_email_folded on invitation (email_folded) where state = 'open';
      grant select, insert, update on invitation to ttn_app;

      create table ownership_offer (
        id uuid constraint pk_ownership_offer primary key,
        organization_id uuid not null constraint fk_ownership_offer_organization_id references organization,
        from_person_id uuid not null constraint fk_ownership_offer_from_person_id references person,
        to_person_id uuid not null constraint fk_ownership_offer_to_person_id references person,
        state text not null default 'open',
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        changed_xid xid8 not null default pg_current_xact_id(),
        constraint ck_ownership_offer_state check (state in ('open', 'accepted', 'declined', 'withdrawn'))
      );
      create unique index uq_ownership_offer_open on ownership_offer (organization_id) where state = 'open';
      create index ix_ownership_offer_organization_id on ownership_offer (organization_id, created_at);
      grant select, insert, update on ownership_offer to ttn_app;

      alter table organization add closed_because text, add closed_at timestamptz(3);
      alter table mail alter column person_id drop not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from mail where person_id is null;
      alter table mail alter column person_id set not null;
      alter table organization drop column closed_because, drop column closed_at;
      drop table ownership_offer, invitation;
    `);
  }
}
