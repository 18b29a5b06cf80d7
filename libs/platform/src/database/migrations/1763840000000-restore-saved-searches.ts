import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A saved search that was taken away can be had back as it was. */
export class RestoreSavedSearches1763840000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table saved_search add column removed_at timestamptz(3);
      drop index ix_saved_search_alert;
      create index ix_saved_search_alert on saved_search (id) where alert <> 'off' and removed_at is null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from saved_search where removed_at is not null;
      drop index ix_saved_search_alert;
      alter table saved_search drop column removed_at;
      create index ix_saved_search_alert on saved_search (id) where alert <> 'off';`);
  }
}
