import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';
import { compileMessages } from './build/compile-messages.js';
import { compressOutput } from './build/compress-output.js';
import { landOutline } from './build/land-outline.js';
import { leaveOut } from './build/leave-out.js';
import { linkMantineStyles } from './build/link-mantine-styles.js';

const root = import.meta.dirname;
const repository = resolve(root, '../..');

/** Parts of `Menu` that no menu here has. */
const UNUSED_PARTS =
  /@mantine[\\/]core[\\/]esm[\\/]components[\\/]Menu[\\/]Menu(Search|Sub|ContextMenu|CheckboxGroup|CheckboxItem)[\\/]Menu(Search|Sub|ContextMenu|CheckboxGroup|CheckboxItem)\.mjs$/;

export default defineConfig(({ mode }) => {
  const { TTN_API: api = 'http://127.0.0.1:3000' } = loadEnv(mode, repository, 'TTN_');
  return {
    root,
    plugins: [
      react(),
      compileMessages(resolve(root, 'src/i18n')),
      landOutline(),
      linkMantineStyles(),
      leaveOut(UNUSED_PARTS),
      compressOutput(),
    ],
    resolve: {
      // Libraries are read from their sources; see "imports" in the root package.json.
      conditions: ['ttn-source', 'module', 'browser', 'development|production'],
      // Messages are compiled ahead of time, so the ICU parser (half of react-intl) stays at home.
      alias: [
        {
          find: /^@formatjs\/icu-messageformat-parser$/,
          replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
        },
      ],
    },
    css: { modules: { localsConvention: 'camelCaseOnly' } },
    build: {
      outDir: resolve(repository, 'dist/web'),
      emptyOutDir: true,
      target: ['chrome111', 'edge111', 'firefox114', 'safari16.4'],
      sourcemap: false,
      manifest: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        // A table of contracts that nothing here reads stays at home, and so do the tables it spreads.
        treeshake: { moduleSideEffects: [{ test: /libs[\\/]contracts[\\/]/, sideEffects: false }] },
        output: {
          // The first chunk names every other one with what it needs: short names, told apart by the manifest.
          chunkFileNames: 'assets/[hash].js',
          assetFileNames: ({ names }) =>
            names.some((name) => name.endsWith('.css'))
              ? 'assets/[hash].css'
              : 'assets/[name]-[hash][extname]',
          codeSplitting: {
            // Grouped by what changes together: our own releases leave the vendors in the reader's cache.
            groups: [
              { name: 'react', priority: 3, test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
              {
                name: 'data',
                priority: 2,
                test: /node_modules[\\/](@tanstack|react-intl|@formatjs|intl-messageformat)[\\/]/,
              },
              {
                name: 'ui',
                priority: 1,
                test: /@mantine[\\/]core[\\/]esm[\\/](core|components[\\/](ActionIcon|Button|Menu))[\\/]/,
              },
              {
                // What the frame and most screens use, in one file instead of twenty. What only some screens
                // need (their forms and records) is left to them, so that the home screen does not carry it.
                name: 'shared',
                minShareCount: 2,
                test: /apps[\\/]web[\\/]src[\\/](components|lib|i18n)[\\/](?!field|saved-state|error-summary|show-more|linked-text|links-in|path-link|send-key|countries|matches[\\/](interest|why-not|profile-field|match-depth|undo)|match-explanations|interest-lists|market-health|reciprocity|money|taxonomy|outbox|use-draft|use-minute|zoned-time|opportunities|organizations)|features[\\/][a-z-]+[\\/][a-z-]+-search\.ts|@tabler/,
              },
            ],
          },
        },
      },
    },
    server: {
      proxy: {
        '/api/v1/coediting': { target: api, ws: true },
        '/api': api,
        '/cities': api,
        '/results': api,
        '/socket.io': { target: api, ws: true },
      },
    },
  };
});
