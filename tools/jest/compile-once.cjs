const vm = require('node:vm');

const { compileFunction } = vm;
const known = new Map();

/**
 * Jest's sandbox has node compile React and all else anew for each spec. A script that is there already is only run in the new spec's
 * window, together with what V8 has compiled of it since. What imports at run time must know its sandbox, and is compiled as before.
 */
vm.compileFunction = (code, names, options) => {
  if (!options?.parsingContext || /\bimport\s*\(/.test(code)) return compileFunction(code, names, options);
  const { filename, parsingContext } = options;
  let script = known.get(filename);
  if (script?.code !== code) {
    const begin = `(function (${names}) {`;
    script = {
      code,
      compiled: new vm.Script(`${begin}${code}\n})`, { filename, columnOffset: -begin.length }),
    };
    known.set(filename, script);
  }
  return script.compiled.runInContext(parsingContext);
};
