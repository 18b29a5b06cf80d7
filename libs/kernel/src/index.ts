export * from './actor.js';
export * from './clock.js';
export * from './domain-error.js';
export * from './localized-text.js';
export * from './money.js';
export * from './page.js';
export * from './transitions.js';
