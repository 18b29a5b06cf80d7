type Files = Readonly<Record<string, string>>;

const NOTHING = 'export const nothing = 0;\n';
const use = (path: string): string => `import * as used from '${path}';\nexport const mine = used;\n`;

/** One small tree per rule, each breaking exactly what its rule forbids. `graph` is docs/feature-graph.json. */
export function planted(graph: Readonly<Record<string, readonly string[]>>): Record<string, Files> {
  const features = Object.keys(graph).filter((name) => name !== '_');
  const edges = features.flatMap((feature) => {
    const foreign = features.find((other) => other !== feature && !graph[feature]?.includes(other));
    if (!foreign) return [];
    const tree: Files = {
      [`libs/${feature}/src/app/a.ts`]: use(`../../../${foreign}/src/index.js`),
      [`libs/${foreign}/src/index.ts`]: NOTHING,
    };
    return [[`feature-${feature}`, tree] as const];
  });
  return {
    'no-cycle': { 'libs/x/src/a.ts': use('./b.js'), 'libs/x/src/b.ts': use('./a.js') },
    'no-folder-cycle': {
      'libs/x/src/one/a.ts': use('../two/b.js'),
      'libs/x/src/two/b.ts': NOTHING,
      'libs/x/src/two/c.ts': use('../one/d.js'),
      'libs/x/src/one/d.ts': NOTHING,
    },
    'foundations-import-nothing': { 'libs/kernel/src/a.ts': use('pg') },
    'matching-pure': {
      'libs/matching/src/a.ts': use('../../kernel/src/index.js'),
      'libs/kernel/src/index.ts': NOTHING,
    },
    'pure-libs-apart': {
      'libs/taxonomy/src/a.ts': use('../../contracts/src/index.js'),
      'libs/contracts/src/index.ts': NOTHING,
    },
    'domain-pure': {
      'libs/proposals/src/domain/a.ts': use('../data/b.js'),
      'libs/proposals/src/data/b.ts': NOTHING,
    },
    'front-door': {
      'libs/proposals/src/app/a.ts': use('../../../messaging/src/app/b.js'),
      'libs/messaging/src/app/b.ts': NOTHING,
    },
    'platform-rooms': {
      'libs/platform/src/http/a.ts': use('../auth/b.js'),
      'libs/platform/src/auth/b.ts': NOTHING,
    },
    'platform-knows-no-feature': {
      'libs/platform/src/http/a.ts': use('../../../identity/src/index.js'),
      'libs/identity/src/index.ts': NOTHING,
    },
    'edge-not-data': {
      'libs/proposals/src/http/a.ts': use('../data/b.js'),
      'libs/proposals/src/data/b.ts': NOTHING,
    },
    'inner-not-edge': {
      'libs/proposals/src/app/a.ts': use('../http/b.js'),
      'libs/proposals/src/http/b.ts': NOTHING,
    },
    'libs-not-apps': { 'libs/x/src/a.ts': use('../../../apps/api/src/b.js'), 'apps/api/src/b.ts': NOTHING },
    'apps-compose-only': {
      'apps/api/src/a.ts': use('../../../libs/proposals/src/app/b.js'),
      'libs/proposals/src/app/b.ts': NOTHING,
    },
    'typeorm-in-data': { 'libs/proposals/src/app/a.ts': use('typeorm') },
    'web-light': {
      'apps/web/src/a.ts': use('../../../libs/kernel/src/index.js'),
      'libs/kernel/src/index.ts': NOTHING,
    },
    'web-features': {
      'apps/web/src/features/one/a.ts': use('../two/b.js'),
      'apps/web/src/features/two/b.ts': NOTHING,
    },
    ...Object.fromEntries(edges),
  };
}
