export { PushGone, PushRefused } from './push.errors.js';
export { PushModule } from './push.module.js';
export { type PushOptions, PushSender, type PushTarget } from './push-sender.js';
