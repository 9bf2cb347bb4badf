const { join } = require('node:path');

const icons = join(__dirname, '../../node_modules/@tabler/icons-react/dist/esm/icons');

/** Each icon from its own file: all six thousand in one would be compiled anew for each spec. */
module.exports = new Proxy(
  {},
  {
    get: (known, name) =>
      /^Icon[A-Z0-9]/.test(String(name))
        ? (known[name] ??= require(join(icons, `${name}.mjs`)).default)
        : undefined,
  },
);
