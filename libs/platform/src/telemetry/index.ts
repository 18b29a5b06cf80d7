export { createLogger, type Logger } from './logging.js';
export { Metrics } from './metrics.js';
export { OpsServer } from './ops-server.js';
export { type Health, Readiness } from './readiness.js';
export { runUntilStopped, type Stoppable } from './run-until-stopped.js';
export { TelemetryModule } from './telemetry.module.js';
