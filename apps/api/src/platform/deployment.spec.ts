import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { environment, readConfig } from './config.js';

const root = resolve(import.meta.dirname, '../../../..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');

describe('.env.example', () => {
  const lines = [...read('.env.example').matchAll(/^(# ?)?([A-Z_]+)=(.*)$/gm)].map(
    ([, hidden, name = '', value = '']) => ({
      hidden: Boolean(hidden),
      name,
      value,
    }),
  );

  test('names every setting once, and no unknown one', () => {
    expect(lines.map(({ name }) => name).sort()).toEqual(Object.keys(environment.shape).sort());
  });

  test('gives values a server starts with', () => {
    const shown = Object.fromEntries(
      lines.filter(({ hidden }) => !hidden).map(({ name, value }) => [name, value]),
    );
    expect(readConfig(shown)).toMatchObject({ mode: 'server', secureCookies: true, registration: false });
    const all = Object.fromEntries(lines.map(({ name, value }) => [name, value]));
    expect(readConfig(all).openIdConnect).not.toBeNull();
  });
});

test('README.md says what each setting means', () => {
  const table = read('README.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .join('\n');
  expect(Object.keys(environment.shape).filter((name) => !table.includes(`\`${name}\``))).toEqual([]);
});

describe('docker-compose.yml', () => {
  interface Service {
    environment?: Record<string, string>;
    build?: string;
    depends_on?: Record<string, { condition: string }>;
    healthcheck?: unknown;
  }
  const { services } = parse(read('docker-compose.yml'), { merge: true }) as {
    services: Record<string, Service>;
  };
  const ours = Object.entries(services).filter(([, service]) => service.build);

  test('runs two that serve people and one that works', () => {
    expect(ours.map(([, { environment: { ROLE } = {} }]) => ROLE).sort()).toEqual(['api', 'api', 'worker']);
  });

  test.each(ours)(
    '%s starts with its settings, and after what it needs',
    (_name, { environment: given = {}, depends_on = {} }) => {
      expect(Object.keys(given).filter((name) => !(name in environment.shape))).toEqual([]);
      expect(readConfig(given)).toMatchObject({ mode: 'server', registration: true });
      const hosts = ['DATABASE_URL', 'REDIS_URL', 'SMTP_URL'].map(
        (name) => new URL(given[name] ?? '').hostname,
      );
      expect(Object.keys(depends_on)).toEqual(hosts);
      for (const [name, { condition }] of Object.entries(depends_on)) {
        expect(condition).toBe(services[name]?.healthcheck ? 'service_healthy' : 'service_started');
      }
    },
  );
});

describe('Dockerfile', () => {
  const dockerfile = read('Dockerfile');

  test('knows the manifest of every workspace, so that the lockfile fits', () => {
    for (const workspace of [
      'libs/domain',
      'libs/embedded-postgres',
      'apps/api',
      'apps/web',
      'apps/web-e2e',
      'bench',
    ]) {
      expect(dockerfile).toContain(`COPY ${workspace}/package.json ${workspace}/`);
    }
  });

  test('takes what the build makes and machine code, so that the embedded database stays behind', () => {
    const taken = [...dockerfile.matchAll(/^COPY --from=build \/yoriai\/(\S+) (\S+)$/gm)];
    expect(taken.map(([, from]) => from)).toEqual([
      'node_modules/@node-rs',
      'apps/api/package.json',
      'apps/api/dist/server',
      'apps/web/dist',
    ]);
    for (const [, from, to] of taken) expect(to).toBe(from);
  });

  test('starts what the build makes', () => {
    expect(dockerfile).toContain('"apps/api/dist/server/main.js"');
  });
});
