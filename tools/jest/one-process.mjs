import LightRunner from 'jest-light-runner';

/** Projects of one run share a process, what it has loaded and its setup; the runner itself would put each project's away at the end, though there is one. */
export default class OneProcess extends LightRunner {
  #config;

  _runTest({ path, context }) {
    this.#config ??= context.config;
    return super._runTest({ path, context: { config: this.#config } });
  }
}
