const offered = 'afterAll afterEach beforeAll beforeEach describe expect it jest test'.split(' ');
const source = offered.map((name) => `export const ${name} = globalThis.${name};`).join('\n');

/** `@jest/globals` is what the runner has put on the global object. */
export function resolve(specifier, context, next) {
  return specifier === '@jest/globals'
    ? { url: `yoriai:globals${new URL(context.parentURL).search}`, shortCircuit: true }
    : next(specifier, context);
}

export function load(url, context, next) {
  return url.startsWith('yoriai:globals')
    ? { format: 'module', source, shortCircuit: true }
    : next(url, context);
}
