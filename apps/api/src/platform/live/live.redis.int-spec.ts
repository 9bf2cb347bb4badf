import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger } from '../logger.js';
import { Live } from './live.js';
import { RedisChannel } from './redis-channel.js';

/** A server of its own, because it is killed. */
describe('live updates over Redis', () => {
  let server: ChildProcess;
  let port: number;
  let lives: Live[];

  const start = async () => {
    server = spawn(
      'redis-server',
      ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    for await (const line of server.stdout!) if (String(line).includes('Ready to accept')) break;
    server.stdout!.resume();
  };
  const untilHeard = async () => {
    for (const live of lives) {
      const box = live.subscribe('test:beginning');
      const heard = box.next();
      const saying = setInterval(() => void live.publish('test:beginning', {}).catch(() => undefined), 50);
      await heard;
      clearInterval(saying);
      await box.return?.();
    }
  };

  beforeAll(async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    port = (probe.address() as AddressInfo).port;
    probe.close();
    await start();
    lives = [0, 1].map(() => new Live(new RedisChannel(`redis://127.0.0.1:${port}`, createLogger('silent'))));
    await untilHeard();
  });
  afterAll(async () => {
    await Promise.all(lives.map((live) => live.onApplicationShutdown()));
    server.kill('SIGKILL');
  });

  it('what one process says, the screens of the other hear', async () => {
    const box = lives[1]!.subscribe('meeting:t1:m1');
    await lives[0]!.publish('meeting:t1:m1', { meetingId: 'one' });
    expect((await box.next()).value).toEqual({ meetingId: 'one' });
    await box.return?.();
  });

  it('go on after Redis was killed and came back', async () => {
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
    await start();
    await untilHeard();
  });
});
