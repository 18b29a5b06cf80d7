import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Holidays of countries, from a library and by the secretariat's hand. */
export class CreateCalendars1763857000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table holiday (
        id uuid constraint pk_holiday primary key,
        country char(2) not null,
        day date not null,
        name text not null,
        language text not null,
        name_en text not null,
        source text not null,
        removed_at timestamptz(3),
        version int not null default 1,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        constraint uq_holiday_country_day unique (country, day),
        constraint ck_holiday_source check (source in ('library', 'secretariat')),
        constraint ck_holiday_name
          check (char_length(name) between 1 and 200 and char_length(name_en) between 1 and 200)
      );
      grant select, insert, update on holiday to ttn_app;

      create table holiday_year (
        country char(2) not null,
        year int not null,
        source text not null,
        created_at timestamptz(3) not null default now(),
        constraint pk_holiday_year primary key (country, year),
        constraint ck_holiday_year_source check (source in ('library', 'secretariat')),
        constraint ck_holiday_year_year check (year between 2020 and 2100)
      );
      grant select, insert on holiday_year to ttn_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table holiday_year; drop table holiday;');
  }
}
