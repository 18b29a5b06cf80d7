export { ConfigModule } from './config.module.js';
export { ConfigError, loadConfig } from './load-config.js';
export { TtnConfig } from './ttn-config.js';
