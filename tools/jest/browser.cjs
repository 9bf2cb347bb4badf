const { runInContext } = require('node:vm');
const { TestEnvironment } = require('jest-environment-jsdom');
const { moveDate } = require('../day/move-date.cjs');
const { testMorning } = require('../day/test-day.cjs');

/** What every browser has and jsdom lacks; node's own are the same standard. */
const missing = [
  'TextEncoder',
  'TextDecoder',
  'TextDecoderStream',
  'ReadableStream',
  'WritableStream',
  'TransformStream',
  'Request',
  'Response',
  'Headers',
  'fetch',
  'structuredClone',
];

/** Tabs talk to each other through these; an open one must not keep the test run alive. */
class QuietChannel extends BroadcastChannel {
  constructor(name) {
    super(name);
    this.unref();
  }
}

class Browser extends TestEnvironment {
  async setup() {
    await super.setup();
    for (const name of missing) this.global[name] ??= globalThis[name];
    this.global.BroadcastChannel ??= QuietChannel;
    runInContext(`(${moveDate})`, this.getVmContext())(testMorning.getTime() - Date.now());
  }
}

module.exports = Browser;
