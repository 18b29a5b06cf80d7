export { Database, type Reads } from './database.js';
export { DatabaseModule, featureEntities } from './database.module.js';
export { dataSourceOptions } from './data-source-options.js';
export { isId, newId } from './ids.js';
export { Listener } from './listener.js';
export { migrate } from './migrate.js';
export { named, type Parameter } from './statement.js';
export { type AuditEntry, type EventSource, Transaction } from './transaction.js';
export { UnitOfWork } from './unit-of-work.js';
