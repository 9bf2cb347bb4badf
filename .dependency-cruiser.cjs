/**
 * Who may import whom (docs: the map in README.md). Folder names are captured, so a feature is guarded from the day its folder is made.
 */
const tests = String.raw`\.(spec|int-spec|factory)\.tsx?$|/testing/`;
const webGround = 'ui|shell|words|graphql|forms|testing';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-knows-only-its-rules',
      comment:
        'The domain decides; it does not do. It must run the same in the browser and on the server, so it imports nothing but itself, time zones and recurrence.',
      severity: 'error',
      from: { path: '^libs/domain/src/', pathNot: tests },
      to: { pathNot: '^libs/domain/src/|node_modules/(temporal-polyfill|rrule-temporal)/' },
    },
    {
      name: 'domain-tests-bring-only-test-tools',
      comment:
        'A domain test needs jest and fast-check. Wanting more means that the rule under test is not pure.',
      severity: 'error',
      from: { path: `^libs/domain/src/.*(${tests})` },
      to: {
        pathNot:
          '^libs/domain/src/|node_modules/(temporal-polyfill|rrule-temporal|@jest/globals|fast-check)/',
      },
    },
    {
      name: 'domain-areas-meet-at-the-index',
      comment: "An area's index.ts says what others may rely on; what is behind it may change freely.",
      severity: 'error',
      from: { path: '^libs/domain/src/([^/]+)/' },
      to: { path: '^libs/domain/src/', pathNot: '^libs/domain/src/($1/|[^/]+/index\\.ts$)' },
    },
    {
      name: 'rooms-share-only-the-domain',
      comment:
        'Between api and web there is the committed schema.graphql and libs/domain, so that each can be read, tested and shipped alone.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^(apps|bench|tools)/', pathNot: '^apps/$1/|^tools/typescript\\.mjs$|^tools/day/' },
    },
    {
      name: 'rooms-enter-the-domain-by-the-index',
      comment: 'Import `@yoriai/domain/<area>`; deeper paths are the domain’s own business.',
      severity: 'error',
      from: { path: '^apps/' },
      to: { path: '^libs/domain/', pathNot: '^libs/domain/src/[^/]+/index\\.ts$' },
    },
    {
      name: 'platform-carries-areas-not-the-reverse',
      comment: 'The platform must not know the areas that stand on it; otherwise neither can change alone.',
      severity: 'error',
      from: { path: '^apps/api/src/platform/', pathNot: tests },
      to: { path: '^apps/api/src/(?!platform/)[^/]+/' },
    },
    {
      name: 'api-areas-keep-their-tables-and-edges',
      comment:
        'Of another area use its loaders, types and use cases. Its store, resolver, inputs and jobs are private: using them skips its rules.',
      severity: 'error',
      from: { path: '^apps/api/src/(?!platform/)([^/]+)/', pathNot: tests },
      to: {
        path: '^apps/api/src/(?!platform/)[^/]+/.*\\.(store|resolver|inputs|job)\\.ts$',
        pathNot: '^apps/api/src/$1/',
      },
    },
    {
      name: 'served-code-needs-no-test-data',
      comment: 'Factories, specs and test tools are left out of what people are served.',
      severity: 'error',
      from: { path: '^(apps/(api|web)|libs)/', pathNot: tests },
      to: { path: `^(apps/(api|web)|libs)/.*(${tests})` },
    },
    {
      name: 'served-code-needs-no-dev-packages',
      comment: 'What runs on servers is installed without development dependencies.',
      severity: 'error',
      from: { path: '^(apps/api|libs/domain)/(src|migrations)/', pathNot: tests },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg'],
        dependencyTypesNot: ['type-only', 'npm'],
        pathNot: 'node_modules/@types/|^libs/embedded-postgres/',
      },
    },
    {
      name: 'servers-load-no-demo-and-no-database',
      comment:
        'What only embedded mode has is loaded in embedded mode only (`await import`), so that a server needs none of it.',
      severity: 'error',
      from: { path: '^apps/api/src/(?!demo/|embedded\\.ts$)', pathNot: tests },
      to: {
        path: '^apps/api/src/(demo/|embedded\\.ts$)|^libs/embedded-postgres/',
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'queue-behind-the-platform',
      comment: 'Rows promise, jobs hint: areas write timers and events, and only the platform wakes workers.',
      severity: 'error',
      from: { path: '^apps/api/src/(?!platform/)[^/]+/', pathNot: tests },
      to: { path: 'node_modules/(bullmq|ioredis|pg)/' },
    },
    {
      name: 'typeorm-behind-the-platform',
      comment:
        'Migrations and connections are its work. Areas read and write through their transaction, whose rows are typed from the database.',
      severity: 'error',
      from: { path: '^apps/api/src/(?!platform/)[^/]+/', pathNot: tests },
      to: { path: 'node_modules/typeorm/' },
    },
    {
      name: 'web-areas-do-not-know-each-other',
      comment: 'Pages compose areas. Two areas that need each other want a page, or are one area.',
      severity: 'error',
      from: { path: `^apps/web/src/(?!(?:pages|${webGround})/)([^/]+)/` },
      to: { path: '^apps/web/src/[^/]+/', pathNot: `^apps/web/src/($1|${webGround})/` },
    },
    {
      name: 'web-ground-carries-areas',
      comment: 'Controls, shell, words and forms serve every area and know none.',
      severity: 'error',
      from: { path: `^apps/web/src/(${webGround})/`, pathNot: tests },
      to: { path: '^apps/web/src/[^/]+/', pathNot: `^apps/web/src/(${webGround})/` },
    },
    {
      name: 'browser-has-no-node',
      comment: 'What is bundled for phones must not reach for the server’s modules.',
      severity: 'error',
      from: { path: '^(apps/web|libs/domain)/src/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-drawers',
      comment:
        'A folder is named after a thing people talk about. A drawer for everything is where things get lost.',
      severity: 'error',
      from: {},
      to: { path: '/(utils?|common|helpers?|shared|misc|managers?|base)/', pathNot: 'node_modules/' },
    },
    {
      name: 'every-import-leads-somewhere',
      comment: 'An import that does not resolve is not guarded by any of these rules.',
      severity: 'error',
      from: {},
      // The types of the web's operations are written by the build; the compiler holds that they are there.
      to: { couldNotResolve: true, pathNot: '^virtual:|(^|/)generated/operations\\.js$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(apps|libs)/[^/]+/dist/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      mainFields: ['types', 'module', 'main'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.cjs', '.json'],
    },
  },
};
