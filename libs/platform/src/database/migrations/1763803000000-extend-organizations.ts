import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What organizations are recognised by: registration number, e-mail domain, and names that nearly agree. */
export class ExtendOrganizations1763803000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists pg_trgm;

      alter table organization
        add registration_number text,
        add registration_key text,
        add website text,
        add email_domain text,
        add email_domain_key text;
      create index ix_organization_registration_key on organization (registration_key);
      create index ix_organization_email_domain_key on organization (email_domain_key);

      alter table organization_alias
        drop constraint ck_organization_alias_source,
        add constraint ck_organization_alias_source
          check (source in ('slug', 'name', 'core', 'import', 'stated', 'former'));
      create index ix_organization_alias_folded_trgm on organization_alias using gin (folded gin_trgm_ops);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index ix_organization_alias_folded_trgm;
      delete from organization_alias where source in ('core', 'stated', 'former');
      alter table organization_alias
        drop constraint ck_organization_alias_source,
        add constraint ck_organization_alias_source check (source in ('slug', 'name', 'import'));
      alter table organization
        drop column registration_number, drop column registration_key, drop column website,
        drop column email_domain, drop column email_domain_key;
    `);
  }
}
