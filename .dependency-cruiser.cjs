const graph = require('./docs/feature-graph.json');

const FEATURES = Object.keys(graph).filter((name) => name !== '_');
const PURE = ['kernel', 'contracts', 'taxonomy', 'matching'];
/** Rooms are judged by their place in the tree, so that the planted violations can copy the tree. */
const ROOT = '(?:^|violations/[a-z-]+/)';
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** One rule per feature: it may use the doors of those the graph names, and the layers below. */
const featureEdges = FEATURES.map((feature) => {
  const foreign = FEATURES.filter((other) => other !== feature && !graph[feature].includes(other));
  return rule(
    `feature-${feature}`,
    'An edge between features stands in docs/feature-graph.json, or does not exist.',
    { path: `${ROOT}libs/${feature}/` },
    { path: `${ROOT}libs/(${foreign.join('|')})/` },
  );
});

module.exports = {
  forbidden: [
    rule('no-cycle', 'Two files that need each other are one, or need a third.', {}, { circular: true }),
    {
      ...rule(
        'no-folder-cycle',
        'Folders of libs form no circle.',
        { path: `${ROOT}libs/` },
        { path: `${ROOT}libs/`, circular: true },
      ),
      scope: 'folder',
    },
    rule(
      'foundations-import-nothing',
      'kernel, contracts and the pure libraries stand alone.',
      { path: `${ROOT}libs/(kernel|contracts|matching|taxonomy)/src/`, pathNot: '\\.spec\\.ts$' },
      { pathNot: `${ROOT}libs/(kernel|contracts|matching|taxonomy)/src/` },
    ),
    rule(
      'matching-pure',
      'The engine knows nobody, not even the vocabulary.',
      { path: `${ROOT}libs/matching/src/`, pathNot: '\\.spec\\.ts$' },
      { pathNot: `${ROOT}libs/matching/src/` },
    ),
    rule(
      'pure-libs-apart',
      'Each foundation is used alone.',
      { path: `${ROOT}libs/(${PURE.join('|')})/src/`, pathNot: '\\.spec\\.ts$' },
      { path: `${ROOT}libs/(${PURE.join('|')})/src/`, pathNot: `${ROOT}libs/$1/` },
    ),
    rule(
      'domain-pure',
      'A domain folder knows itself, the kernel, the wire words and the pure libraries.',
      { path: `${ROOT}(libs/[^/]+/src)/domain/`, pathNot: '\\.spec\\.ts$' },
      { pathNot: [`${ROOT}$1/domain/`, `${ROOT}libs/(kernel|contracts|matching|taxonomy)/src/`] },
    ),
    rule(
      'front-door',
      'A library is entered by its index.ts or its edge modules.',
      { path: `${ROOT}libs/([^/]+)/src/` },
      {
        path: `${ROOT}libs/[^/]+/src/.`,
        pathNot: [
          `${ROOT}libs/$1/`,
          `${ROOT}libs/[^/]+/src/index\\.ts$`,
          `${ROOT}libs/platform/src/[^/]+/index\\.ts$`,
        ],
      },
    ),
    rule(
      'platform-rooms',
      'A room of the platform is entered by its own front door.',
      { path: `${ROOT}libs/platform/src/([^/]+)/` },
      {
        path: `${ROOT}libs/platform/src/[^/]+/`,
        pathNot: [`${ROOT}libs/platform/src/$1/`, `${ROOT}libs/platform/src/[^/]+/index\\.ts$`],
      },
    ),
    rule(
      'platform-knows-no-feature',
      'Infrastructure serves every feature alike.',
      { path: `${ROOT}libs/platform/` },
      { path: `${ROOT}libs/(${FEATURES.join('|')})/` },
    ),
    rule(
      'edge-not-data',
      'HTTP, sockets and jobs go through verbs and readers.',
      { path: `${ROOT}libs/[^/]+/src/(http|realtime|jobs)/`, pathNot: `${ROOT}libs/platform/` },
      { path: `${ROOT}libs/[^/]+/src/data/` },
    ),
    rule(
      'inner-not-edge',
      'Verbs do not know who calls them.',
      { path: `${ROOT}libs/[^/]+/src/(domain|app|data)/` },
      { path: `${ROOT}libs/[^/]+/src/(http|realtime|jobs)/`, pathNot: `${ROOT}libs/platform/` },
    ),
    rule(
      'libs-not-apps',
      'Libraries do not know who composes them.',
      { path: `${ROOT}libs/` },
      { path: `${ROOT}apps/` },
    ),
    rule(
      'apps-compose-only',
      'Apps enter libraries by their doors.',
      { path: `${ROOT}apps/(api|worker|cli|standalone)/` },
      {
        path: `${ROOT}libs/[^/]+/src/.`,
        pathNot: [
          '/src/index\\.ts$',
          '-(http|realtime|jobs)\\.module\\.ts$',
          `${ROOT}libs/platform/src/[^/]+/index\\.ts$`,
        ],
      },
    ),
    rule(
      'typeorm-in-data',
      'TypeORM stays in data folders, in the database room and in the schema check.',
      {
        path: `${ROOT}(apps|libs)/`,
        pathNot: ['/src/data/', `${ROOT}libs/platform/src/database/`, '\\.spec\\.ts$'],
      },
      { path: 'node_modules/(typeorm|@nestjs/typeorm)/' },
    ),
    rule(
      'web-light',
      'The web client knows the wire, not the server.',
      { path: `${ROOT}apps/web/` },
      { path: `${ROOT}libs/(?!contracts/|api-client/)` },
    ),
    rule(
      'web-features',
      'Screens of different features meet in the app folder.',
      { path: `${ROOT}apps/web/src/features/([^/]+)/` },
      { path: `${ROOT}apps/web/src/features/`, pathNot: `${ROOT}apps/web/src/features/$1/` },
    ),
    ...featureEdges,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '\\.spec\\.ts$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['ttn-source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
    },
  },
};
