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

/** The browser from npm has no window: a separate GPU process would only copy pictures to and fro. */
const windowless = ['--in-process-gpu'];

/** Whatever Chromium there is: `$CHROME`, the distribution's, or the one that comes inside an npm package (also with `CHROME=npm`). */
export async function findBrowser(): Promise<LaunchOptions> {
  const env: Record<string, string> = { ...inherited(), FONTCONFIG_FILE: japaneseFonts() };
  const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const installed = process.env.CHROME ? [process.env.CHROME] : places;
  const found = installed.find((path) => existsSync(path));
  const executablePath = found ?? (await unpackedBrowser());
  if (!found && spawnSync(executablePath, ['--version'], { env }).status !== 0) {
    // NSS and its friends are missing here; the package brings them along for such machines.
    env.LD_LIBRARY_PATH = join(dirname(executablePath), 'al2023/lib');
  }
  return { executablePath, args: found ? flags : [...flags, ...windowless], env };
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
