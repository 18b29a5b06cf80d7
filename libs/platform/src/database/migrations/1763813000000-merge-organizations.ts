import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Two entries of one organization become one. What belongs to an organization by a key of two columns follows it:
 * seats take their messages along, profiles their entries, proposals what was handed in. A frozen version stays as
 * it is but for whose it is, and nobody may write even that but the key itself.
 */
export class MergeOrganizations1763813000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organization
        add merged_into_id uuid constraint fk_organization_merged_into_id references organization,
        add constraint ck_organization_merged_into_id
          check (merged_into_id is null or (state = 'closed' and merged_into_id <> id));
      create index ix_organization_merged_into_id on organization (merged_into_id) where merged_into_id is not null;

      alter table organization_alias
        drop constraint ck_organization_alias_source,
        add constraint ck_organization_alias_source
          check (source in ('slug', 'name', 'core', 'import', 'stated', 'former', 'merged'));

      alter table profile_entry
        drop constraint fk_profile_entry_organization_id,
        add constraint fk_profile_entry_organization_id foreign key (organization_id)
          references profile (organization_id) on update cascade;

      alter table message
        drop constraint fk_message_conversation_id_sender_id_sender_organization_id,
        add constraint fk_message_conversation_id_sender_id_sender_organization_id
          foreign key (conversation_id, sender_id, sender_organization_id)
          references participant (conversation_id, person_id, organization_id) on update cascade;

      alter table proposal_version
        drop constraint fk_proposal_version_organization_id_proposal_id,
        add constraint fk_proposal_version_organization_id_proposal_id foreign key (organization_id, proposal_id)
          references proposal (organization_id, id) on update cascade;
      create function refuse_change_but_of_organization() returns trigger language plpgsql as $$
        begin
          if tg_op = 'UPDATE' and to_jsonb(new) - 'organization_id' = to_jsonb(old) - 'organization_id' then
            return new;
          end if;
          raise exception 'rows of % are frozen', tg_table_name using errcode = 'restrict_violation';
        end $$;
      drop trigger proposal_version_is_frozen on proposal_version;
      create trigger proposal_version_is_frozen before update or delete on proposal_version
        for each row execute function refuse_change_but_of_organization();

      alter table membership_application
        drop constraint fk_membership_application_organization_id_proposal_id,
        add constraint fk_membership_application_proposal_id foreign key (proposal_id) references proposal (id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table membership_application
        drop constraint fk_membership_application_proposal_id,
        add constraint fk_membership_application_organization_id_proposal_id
          foreign key (organization_id, proposal_id) references proposal (organization_id, id);

      drop trigger proposal_version_is_frozen on proposal_version;
      create trigger proposal_version_is_frozen before update or delete on proposal_version
        for each row execute function refuse_change_of_frozen_row();
      drop function refuse_change_but_of_organization();
      alter table proposal_version
        drop constraint fk_proposal_version_organization_id_proposal_id,
        add constraint fk_proposal_version_organization_id_proposal_id
          foreign key (organization_id, proposal_id) references proposal (organization_id, id);

      alter table message
        drop constraint fk_message_conversation_id_sender_id_sender_organization_id,
        add constraint fk_message_conversation_id_sender_id_sender_organization_id
          foreign key (conversation_id, sender_id, sender_organization_id)
          references participant (conversation_id, person_id, organization_id);

      alter table profile_entry
        drop constraint fk_profile_entry_organization_id,
        add constraint fk_profile_entry_organization_id foreign key (organization_id)
          references profile (organization_id);

      delete from organization_alias where source = 'merged';
      alter table organization_alias
        drop constraint ck_organization_alias_source,
        add constraint ck_organization_alias_source
          check (source in ('slug', 'name', 'core', 'import', 'stated', 'former'));

      alter table organization drop column merged_into_id;
    `);
  }
}
