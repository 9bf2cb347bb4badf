require('./compile-once.cjs');
const { runInContext } = require('node:vm');
const FixedJsdom = require('jest-fixed-jsdom');
const { moveDate } = require('../day/move-date.cjs');
const { testMorning } = require('../day/test-day.cjs');

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
