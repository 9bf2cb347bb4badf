import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { LaunchOptions } from '@playwright/test';

const cache = resolve(import.meta.dirname, '../../../node_modules/.cache/yoriai-browser');
const require = createRequire(import.meta.url);

/** Quiet: no sandbox inside containers, and no requests to any server but our own. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The browser from npm has no window: a separate GPU process would only copy pictures to and fro. And a page lives for seconds: what V8 optimises
 * it for is never earned back.
 */
const windowless = ['--in-process-gpu', '--js-flags=--no-opt --no-maglev --single-threaded-gc'];

/**
 * `$CHROME`, or else the Chromium from an npm package: built without a window, it takes half the seconds of the distribution's, which comes
 * in where that one does not run.
 */
export async function findBrowser(): Promise<LaunchOptions> {
  const env: Record<string, string> = { ...inherited(), FONTCONFIG_FILE: japaneseFonts() };
  const CHROME = process.env.CHROME || 'npm';
  if (CHROME !== 'npm') return { executablePath: CHROME, args: flags, env };
  const unpacked = await unpackedBrowser();
  // NSS and its friends are missing on some machines; the package brings them along for those.
  const withLibraries = { ...env, LD_LIBRARY_PATH: join(dirname(unpacked), 'al2023/lib') };
  const working = [env, withLibraries].find(
    (one) => spawnSync(unpacked, ['--version'], { env: one }).status === 0,
  );
  if (working) return { executablePath: unpacked, args: [...flags, ...windowless], env: working };
  const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const executablePath = places.find((path) => existsSync(path));
  if (!executablePath) throw new Error('There is no Chromium here; $CHROME may say where one is.');
  return { executablePath, args: flags, env };
}

const inherited = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

/** The package unpacks into the temporary folder and reuses what it finds there: give it a folder of its own. */
async function unpackedBrowser(): Promise<string> {
  const { devDependencies } = require('../package.json') as { devDependencies: Record<string, string> };
  const version = devDependencies['@sparticuz/chromium'] ?? 'unknown';
  const home = join(cache, version);
  if (!existsSync(home)) {
    const draft = `${home}.${process.pid}`;
    mkdirSync(draft, { recursive: true });
    const before = { TMPDIR: tmpdir(), AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV };
    Object.assign(process.env, { TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' });
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    process.env.TMPDIR = before.TMPDIR;
    if (before.AWS_EXECUTION_ENV === undefined) delete process.env.AWS_EXECUTION_ENV;
    renameSync(draft, home);
  }
  return join(home, 'chromium');
}

/** Machines without Japanese fonts measure and show boxes instead of words. */
function japaneseFonts(): string {
  const fonts = join(cache, 'fonts');
  const config = join(cache, 'fonts.conf');
  if (!existsSync(config)) {
    mkdirSync(fonts, { recursive: true });
    const source = dirname(require.resolve('@expo-google-fonts/noto-sans-jp/package.json'));
    for (const weight of ['400Regular', '700Bold']) {
      copyFileSync(join(source, weight, `NotoSansJP_${weight}.ttf`), join(fonts, `${weight}.ttf`));
    }
    rmSync(config, { force: true });
    writeFileSync(
      config,
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>${fonts}</dir><cachedir>${join(cache, 'fontconfig')}</cachedir></fontconfig>\n`,
    );
  }
  return config;
}
