export { ensureDemo } from './app/ensure-demo.js';
export { LoadDemo } from './app/load-demo.js';
export { NotADemo, resetDatabase } from './app/reset-database.js';
export { DemoModule } from './demo.module.js';
export type { DemoAccount, DemoReport } from './domain/demo-report.js';
