/** Loaded into every server of the bench beside its own code: asked, it tells how much memory is really in use. */
process.on('message', (message: { type?: string }) => {
  if (message.type !== 'memory') return;
  for (let round = 0; round < 3; round += 1) globalThis.gc?.();
  process.send?.({ type: 'memory', resident: process.memoryUsage.rss() });
});
