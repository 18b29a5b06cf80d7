import { basename } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Leaves parts of compound components out of the build. A compound (`Menu`) holds all its parts, used or not, so
 * no bundler can tell that `Menu.Search` and the text input behind it are never shown. A part that is used after
 * all says so the moment it renders.
 *
 * @param unused modules of parts, each exporting one component named like its file
 */
export function leaveOut(unused: RegExp): Plugin {
  return {
    name: 'ttn:leave-out',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      if (!unused.test(id)) return undefined;
      const part = basename(id, '.mjs');
      const message = `${part} is left out of the build; see apps/web/vite.config.ts.`;
      return `export function ${part}() { throw new Error(${JSON.stringify(message)}); }`;
    },
  };
}
