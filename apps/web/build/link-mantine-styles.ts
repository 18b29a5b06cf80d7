import type { Plugin } from 'vite';

const CLASS_NAMES = /@mantine[\\/]core[\\/]esm[\\/].*[\\/](\w+)\.module\.mjs$/;

/**
 * Ties each Mantine component to its own stylesheet: whoever imports the component gets its styles, in the
 * chunk that holds it, and nobody keeps a list by hand (a forgotten entry would show a raw control). The
 * styles sit in the cascade layer `mantine`, so our modules win whatever order the chunks arrive in.
 */
export function linkMantineStyles(): Plugin {
  return {
    name: 'ttn:mantine-styles',
    apply: 'build',
    transform(code, id) {
      const component = CLASS_NAMES.exec(id)?.[1];
      if (!component) return undefined;
      return { code: `import '@mantine/core/styles/${component}.layer.css';\n${code}`, map: null };
    },
  };
}
