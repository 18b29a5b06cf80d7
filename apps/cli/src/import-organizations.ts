import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { SingleBar } from 'cli-progress';
import { systemActor } from '#libs/kernel';
import { ImportOrganizationFile, type ImportProgress, OrganizationsModule } from '#libs/organizations';
import { withContext } from './with-context.js';

const LINE_EVERY = 10_000;

/** `ttn import organizations FILE.csv` */
export async function importOrganizations(file: string, options: { dryRun?: boolean }): Promise<void> {
  await access(file);
  const began = Date.now();
  const progress = showProgress();
  try {
    const { created, updated, unchanged, dryRun } = await withContext([OrganizationsModule], (app) =>
      app.get(ImportOrganizationFile).execute(systemActor('cli-import-organizations'), {
        open: () => createReadStream(file),
        dryRun: options.dryRun ?? false,
        onProgress: progress.show,
      }),
    );
    progress.end();
    const kept = dryRun ? 'nothing was kept (dry run)' : 'kept';
    const seconds = ((Date.now() - began) / 1_000).toFixed(1);
    console.log(`${created} new, ${updated} changed, ${unchanged} as before; ${kept}. ${seconds} s.`);
  } finally {
    progress.end();
  }
}

interface Progress {
  readonly show: (progress: ImportProgress) => void;
  readonly end: () => void;
}

/** A bar where somebody is looking, a line now and then where a log is written. */
function showProgress(): Progress {
  return process.stderr.isTTY ? bar() : lines();
}

function bar(): Progress {
  const shown = new SingleBar({ format: '{step} [{bar}] {value} of {total}', stream: process.stderr });
  let step: ImportProgress['step'] | undefined;
  return {
    show: (progress) => {
      // While the file is checked its length is not known: the bar runs along with it.
      const { rows, total = rows } = progress;
      if (progress.step === step) shown.setTotal(total);
      else {
        if (step) shown.stop();
        shown.start(total, 0, { step: progress.step });
      }
      step = progress.step;
      shown.update(rows);
    },
    end: () => {
      if (step) shown.stop();
      step = undefined;
    },
  };
}

function lines(): Progress {
  return {
    show: ({ step, rows, total }) => {
      if (rows % LINE_EVERY === 0) console.error(`${step}: ${rows}${total ? ` of ${total}` : ''} rows`);
    },
    end: () => undefined,
  };
}
