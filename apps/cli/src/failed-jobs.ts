import { DeadLetters, QueueModule } from '#libs/platform/queue';
import { withContext } from './with-context.js';

/** `ttn jobs failed` */
export async function failedJobs({ retry = false }: { retry?: boolean }): Promise<void> {
  await withContext([QueueModule], async (app) => {
    const letters = app.get(DeadLetters);
    const failed = await letters.list();
    for (const { queue, id, name, at, attempts, failedReason, requestId } of failed) {
      console.log([at, queue, name, id, `${attempts} attempts`, requestId, failedReason].join('\t'));
      if (retry) await letters.retry(queue, id);
    }
    console.error(`${failed.length} failed jobs${retry ? ', all in line again' : ''}.`);
  });
}
