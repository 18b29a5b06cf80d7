export * from './admission-events.js';
export * from './audience.js';
export * from './domain-events.js';
export * from './matches.js';
export * from './membership-events.js';
export * from './organizations.js';
export * from './permissions.js';
export * from './socket-events.js';
