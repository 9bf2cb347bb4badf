import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { scratchDir } from '../day/scratch-dir.cjs';
import { copyTree, linkPackages, removeTree } from './copy-tree.mjs';
import { DevProcess } from './dev-process.mjs';

const timeoutMs = 600_000;
const health = 'health.controller.ts';

let copy;
let dataDir;
let dev;

const answer = async () => (await fetch(`${dev.url}/healthz`)).text();
const postmaster = () => Number.parseInt(readFileSync(join(dataDir, 'pg/data/postmaster.pid'), 'utf8'), 10);

beforeAll(async () => {
  copy = copyTree();
  linkPackages(copy);
  dataDir = scratchDir('dev');
  dev = await DevProcess.begin(copy, { DATA_DIR: dataDir, DEMO: '0' });
  await dev.opens();
}, timeoutMs);

afterAll(async () => {
  await dev?.end();
  removeTree(copy, dataDir);
}, timeoutMs);

test(
  'a saved file of the api answers anew, from the same database',
  async () => {
    const server = postmaster();
    expect(await answer()).toBe('{"status":"ok"}');
    dev.edit(health, "'ok'", "'better'");
    await dev.until(async () => (await answer()) === '{"status":"better"}');
    expect(postmaster()).toBe(server);
  },
  timeoutMs,
);

test(
  'what does not compile is said in plain words and stops nothing; what does not start says why, to the browser too, until it is mended',
  async () => {
    const undo = dev.edit(health, "'better'", "'better' +");
    await dev.until(() => dev.output.includes('That does not compile'));
    expect(dev.output).toContain(health);
    expect(await answer()).toBe('{"status":"better"}');
    undo();
    const mend = dev.edit(health, "'@nestjs/common'", "'@nestjs/uncommon'");
    // A file that is saved twice at once may be read half, and is read again.
    let broken;
    await dev.until(async () => {
      const response = await fetch(`${dev.url}/healthz`);
      broken = [response.status, await response.text()];
      return broken[1].includes('@nestjs/uncommon');
    });
    expect(broken).toEqual([503, expect.stringContaining('@nestjs/uncommon')]);
    expect(dev.output).toContain('The api did not start');
    mend();
    await dev.until(async () => (await answer()) === '{"status":"better"}');
  },
  timeoutMs,
);

test(
  'a saved file of the web is served as it is now',
  async () => {
    const source = async () => (await fetch(`${dev.url}/src/shell/wordmark.tsx`)).text();
    expect(await source()).toContain('wordmark');
    dev.edit('wordmark.tsx', 'export ', 'export const edited = 1; export ');
    await dev.until(async () => (await source()).includes('edited = 1'));
  },
  timeoutMs,
);

test(
  'Ctrl-C ends all of it',
  async () => {
    const server = postmaster();
    expect(await dev.end()).toBe(0);
    expect(() => process.kill(server, 0)).toThrow('ESRCH');
    await expect(answer()).rejects.toThrow('fetch failed');
  },
  timeoutMs,
);
