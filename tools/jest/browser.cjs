require('./compile-once.cjs');
const { setFlagsFromString } = require('node:v8');
const { runInContext } = require('node:vm');
const FixedJsdom = require('jest-fixed-jsdom');
const { moveDate } = require('../day/move-date.cjs');
const { testMorning } = require('../day/test-day.cjs');

// Each file of specs runs all anew in a context of its own: what V8 optimises is thrown away with it. So it waits longer (usually 132 kB).
setFlagsFromString('--interrupt-budget=3000000');

/** Tabs talk to each other through these; an open one must not keep the test run alive. */
class QuietChannel extends BroadcastChannel {
  constructor(name) {
    super(name);
    this.unref();
  }
}

class Browser extends FixedJsdom {
  async setup() {
    await super.setup();
    this.global.BroadcastChannel = QuietChannel;
    runInContext(`(${moveDate})`, this.getVmContext())(testMorning.getTime() - Date.now());
  }
}

module.exports = Browser;
