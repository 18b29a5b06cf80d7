/** One transform for TypeScript and for the ESM packages of node_modules: both become CommonJS. */
const swc = (syntax) => [
  '@swc/jest',
  {
    jsc: {
      parser: syntax === 'typescript' ? { syntax, decorators: true } : { syntax },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      target: 'es2022',
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

const project = (displayName, testMatch, extra = {}) => ({
  displayName,
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  testMatch,
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons', 'ttn-source'] },
  transform: { '^.+\\.ts$': swc('typescript'), '^.+\\.m?js$': swc('ecmascript') },
  transformIgnorePatterns: [
    '/node_modules/(swagger-ui-dist|typescript|eslint|playwright-core|@axe-core|axe-core)/',
  ],
  ...extra,
});

/** Suites on a real database share one throw-away cluster per run. */
const onCluster = {
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};

export default {
  // What fails waits with its own shorter limit and says why; this one is for what hangs, on a busy machine too.
  testTimeout: 60_000,
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  projects: [
    project('unit', ['<rootDir>/{apps,libs,bench,chaos,scripts,test/support}/**/*.spec.ts']),
    project('architecture', ['<rootDir>/test/architecture/*.spec.ts']),
    project('medium', ['<rootDir>/test/medium/**/*.spec.ts'], {
      ...onCluster,
      setupFiles: ['<rootDir>/test/support/one-connection.ts'],
    }),
    project('e2e', ['<rootDir>/test/e2e/**/*.e2e-spec.ts'], onCluster),
    project('web', ['<rootDir>/test/web/**/*.e2e-spec.ts'], onCluster),
    project('full', ['<rootDir>/test/full/**/*.e2e-spec.ts'], onCluster),
  ],
};
