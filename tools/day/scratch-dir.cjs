const { accessSync, constants, mkdtempSync, realpathSync, statfsSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const memory = '/dev/shm';
/** What a whole run of specs may need, several times over. */
const enough = 8 * 2 ** 30;

/** A new folder for what a run throws away, in memory where there is room: a database is thousands of small files. */
exports.scratchDir = (name) =>
  mkdtempSync(join(hasRoom() ? memory : realpathSync(tmpdir()), `yoriai-${name}-`));

function hasRoom() {
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > enough;
  } catch {
    return false;
  }
}
