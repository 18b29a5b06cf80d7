import { AsyncLocalStorage } from 'node:async_hooks';
import { Database, UnitOfWork } from '#libs/platform/database';

/**
 * Makes a transaction that asks for a second connection fail at the very place: where all connections are held by such
 * transactions each waits for another, and nobody is served.
 */
const held = new AsyncLocalStorage<true>();

const { run } = UnitOfWork.prototype;
UnitOfWork.prototype.run = function (this: UnitOfWork, actor, work) {
  return held.getStore() ? refuse() : run.call(this, actor, (tx) => held.run(true, () => work(tx)));
} as typeof run;

const { rows, execute } = Database.prototype;
Database.prototype.rows = function (this: Database, ...statement) {
  return held.getStore() ? refuse() : rows.apply(this, statement);
} as typeof rows;
Database.prototype.execute = function (this: Database, ...statement) {
  return held.getStore() ? refuse() : execute.apply(this, statement);
};

function refuse(): Promise<never> {
  return Promise.reject(new Error('A transaction asked for a second connection: read through its `tx`.'));
}
