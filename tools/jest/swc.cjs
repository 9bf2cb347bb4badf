/** How jest reads TypeScript: the same SWC settings as the build, plus source maps for honest stack traces. */
const transform = { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } };

const jsc = (parser) => ({ parser, transform, target: 'es2022', keepClassNames: true });

/** For node: modules stay modules. */
exports.esm = [
  '@swc/jest',
  {
    swcrc: false,
    jsc: jsc({ syntax: 'typescript', decorators: true }),
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

/** For the browser's components: CommonJS, because jsdom and the testing library are steadier there. */
exports.commonjs = [
  '@swc/jest',
  {
    swcrc: false,
    jsc: jsc({ syntax: 'typescript', tsx: true }),
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];
