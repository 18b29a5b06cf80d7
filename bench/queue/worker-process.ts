import 'reflect-metadata';
import { loadConfig } from '#libs/platform/config';
import { createWorker, starts } from './probe.js';

/** Runs until its parent ends it; asked `{type: 'starts'}` it answers when each job began. */
const app = await createWorker(loadConfig());
process.on('message', (message: { type?: string }) => {
  if (message.type === 'starts') process.send?.({ type: 'starts', starts: [...starts] });
});
const stop = (): void => {
  void app.close().then(() => process.exit(0));
};
process.once('SIGTERM', stop);
process.once('disconnect', stop);
process.send?.({ type: 'ready' });
