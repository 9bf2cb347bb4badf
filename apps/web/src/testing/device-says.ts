import { afterEach, beforeEach, jest } from '@jest/globals';

/** In the tests beside this it is this moment on the device, and stays so; answers take their time as ever. */
export function deviceSays(moment: string): void {
  beforeEach(
    () => void jest.useFakeTimers({ now: new Date(moment), doNotFake: ['setTimeout', 'queueMicrotask'] }),
  );
  afterEach(() => void jest.useRealTimers());
}
