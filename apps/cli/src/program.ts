import { Command } from 'commander';
import { loadConfig } from '#libs/platform/config';
import { loadDemo, resetDemo } from './demo.js';
import { rebuildDirectory } from './directory.js';
import { importCities } from './import-cities.js';
import { importOrganizations } from './import-organizations.js';
import { failedJobs } from './failed-jobs.js';
import { migrateAll } from './migrate-all.js';

/** Every administration command, with its options and help. */
export function buildProgram(): Command {
  const program = new Command('ttn').description(
    'Administers a TTN installation. Settings: see .env.example.',
  );

  const demo = program.command('demo').description('demonstration data, never in production');
  demo.command('load').description('load the demo into an empty database').action(loadDemo);
  demo
    .command('reset')
    .description('empty a demo database')
    .option('--force', 'even if people registered who are not of the demo')
    .action(resetDemo);

  const imports = program.command('import').description('bring records in');
  imports
    .command('organizations')
    .description('companies, consultancies and partners from a CSV (docs/IMPORT.md): all lines or none')
    .argument('<file>', 'CSV file, UTF-8')
    .option('--dry-run', 'check everything and keep nothing')
    .action(importOrganizations);
  imports
    .command('cities')
    .description('member cities from a CSV with the columns of data/member-cities.csv: all lines or none')
    .argument('<file>', 'CSV file, UTF-8')
    .option('--aliases <file>', 'CSV of further spellings: slug,alias,kind,source')
    .option('--dry-run', 'check everything and keep nothing')
    .action(importCities);

  program
    .command('directory')
    .description('what can be found')
    .command('rebuild')
    .description('make the directory anew from what is true, while it is in use')
    .action(rebuildDirectory);
  program.command('migrate').description('bring the database schema up to date').action(migrateAll);
  program
    .command('jobs')
    .description('background work')
    .command('failed')
    .description('list jobs that gave up')
    .option('--retry', 'put them back in line')
    .action(failedJobs);
  program
    .command('config')
    .description('settings')
    .command('check')
    .description('check the environment and say everything that is wrong')
    .action(() => {
      loadConfig();
      console.log('The configuration is complete.');
    });
  return program;
}
