/**
 * What an owner with a phone waits for: the built application in a real Chromium on a line of 1.6 Mbit/s with 150 ms to and fro, the CPU slowed
 * four times. Bytes and requests are counted on the network; usable means that the page's main content is shown and the browser is idle.
 *
 *   npm run bench:web              -- --rounds N
 */
import { chromium, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import { cpus } from 'node:os';
import startApplication from '../../apps/web-e2e/harness/application.js';
import { findBrowser } from '../../apps/web-e2e/harness/browser.js';
import { demo } from '../../apps/web-e2e/harness/sign-in.js';

const line = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const cpuSlower = 4;
const given = process.argv.indexOf('--rounds');
const rounds = given > 0 ? Number(process.argv[given + 1]) : 5;

interface Visit {
  readonly kilobytes: number;
  readonly requests: number;
  readonly seconds: number;
}

/** Usable within; `kilobytes` and `requests` of a cold visit. */
interface Aim {
  readonly cold: { readonly kilobytes?: number; readonly requests?: number; readonly seconds: number };
  readonly warm: { readonly seconds: number };
}

const stop = await startApplication();
const browser = await chromium.launch(await findBrowser());
try {
  const url = process.env['YORIAI_URL']!;
  const signedIn = await signIn(url);
  const [home, meeting] = [`/t/${signedIn.slug}`, `/t/${signedIn.slug}/meetings/${signedIn.meetingId}`];
  console.log(
    `node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}, Chromium ${browser.version()}, ${rounds} rounds, medians; the machine's own speed ${(await speedOfTheMachine()).toFixed(0)} ms\n`,
  );
  const misses = [
    await measure('home', url + home, signedIn.cookie, 'a[href*="/meetings/"]', {
      cold: { kilobytes: 330, requests: 30, seconds: 3 },
      warm: { seconds: 1 },
    }),
    await measure('a meeting', url + meeting, signedIn.cookie, 'main h1', {
      cold: { seconds: 3.5 },
      warm: { seconds: 1 },
    }),
    await measure('sign-in', `${url}/sign-in`, null, 'input[type=email]', {
      cold: { seconds: 3 },
      warm: { seconds: 1 },
    }),
  ].flat();
  console.log(misses.length === 0 ? '\nall within the aims' : `\nbeyond the aims: ${misses.join('; ')}`);
} finally {
  await browser.close();
  await stop();
}

async function measure(
  name: string,
  url: string,
  cookie: string | null,
  content: string,
  { cold, warm }: Aim,
): Promise<string[]> {
  const first: Visit[] = [];
  const again: Visit[] = [];
  for (let round = 0; round < rounds; round++) {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      locale: 'ja-JP',
      timezoneId: 'Asia/Tokyo',
    });
    if (cookie) await context.addCookies([{ name: 'session', value: cookie, url: new URL(url).origin }]);
    first.push(await visit(context, url, content, keepWhatIsKept));
    again.push(await visit(context, url, content));
    await context.close();
  }
  const seen = { cold: medians(first), warm: medians(again) };
  for (const [kind, { kilobytes, requests, seconds }] of Object.entries(seen))
    console.log(
      `${name.padEnd(10)} ${kind}  ${kilobytes.toFixed(0).padStart(4)} kB  ${String(requests).padStart(3)} requests  usable after ${seconds.toFixed(2)} s`,
    );
  return [...over(`${name} cold`, seen.cold, cold), ...over(`${name} warm`, seen.warm, warm)];
}

function over(name: string, seen: Visit, aim: Partial<Visit>): string[] {
  return (Object.keys(aim) as (keyof Visit)[])
    .filter((figure) => seen[figure] > aim[figure]!)
    .map((figure) => `${name}: ${seen[figure].toFixed(2)} ${figure} of ${aim[figure]}`);
}

async function visit(
  context: BrowserContext,
  url: string,
  content: string,
  after: (page: Page, devtools: CDPSession) => Promise<void> = () => Promise.resolve(),
): Promise<Visit> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', line);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpuSlower });
  const count = counter(devtools);
  await page.addInitScript(noteWhenUsable, content);
  await page.goto(url, { waitUntil: 'commit' });
  const usable = await page.waitForFunction(
    () => (window as unknown as { usableAt?: number }).usableAt,
    null,
    { timeout: 60_000 },
  );
  const seconds = ((await usable.jsonValue()) ?? NaN) / 1_000;
  await page.waitForLoadState('networkidle');
  const { bytes, requests } = count;
  await after(page, devtools);
  await page.close();
  return { kilobytes: bytes / 1_000, requests, seconds };
}

/** People stay longer than the bench: a first visit ends when the browser keeps what it keeps for the next (`sw.ts`). */
async function keepWhatIsKept(page: Page, devtools: CDPSession): Promise<void> {
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

/**
 * How fast this machine is today: milliseconds that its browser, unslowed, takes for one piece of work of the kind that pages do.
 * Seconds of two machines compare by it.
 */
async function speedOfTheMachine(): Promise<number> {
  const page = await browser.newPage();
  const times = await page.evaluate(() =>
    Array.from({ length: 7 }, () => {
      const begin = performance.now();
      const rows = Array.from({ length: 20_000 }, (_, n) => ({
        id: `row_${(n * 7919) % 20_000}`,
        at: n,
        words: ['寄り合い', String(n)],
      }));
      const copy = JSON.parse(JSON.stringify(rows)) as typeof rows;
      const byId = new Map(copy.map((row) => [row.id, { ...row }]));
      copy.sort((a, b) => (a.id < b.id ? -1 : 1));
      const list = document.createElement('ul');
      for (const { id } of copy.slice(0, 2_000)) {
        const item = document.createElement('li');
        item.className = 'item';
        item.textContent = byId.get(id)!.words.join(' ');
        list.append(item);
      }
      document.body.append(list);
      void list.offsetHeight;
      list.remove();
      return performance.now() - begin;
    }),
  );
  await page.close();
  return times.sort((a, b) => a - b)[3]!;
}

/** Runs in the page: skeletons gone, the content there, and the browser has time. */
function noteWhenUsable(content: string): void {
  const watch = new MutationObserver(() => {
    if (document.querySelector('.mantine-Skeleton-root') || !document.querySelector(content)) return;
    watch.disconnect();
    requestIdleCallback(() => ((window as unknown as { usableAt?: number }).usableAt = performance.now()));
  });
  watch.observe(document, { childList: true, subtree: true });
}

function counter(devtools: CDPSession): { bytes: number; requests: number } {
  const count = { bytes: 0, requests: 0 };
  devtools.on('Network.responseReceived', ({ response }) => {
    if (!response.fromDiskCache && !response.fromServiceWorker && response.url.startsWith('http'))
      count.requests += 1;
  });
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (count.bytes += encodedDataLength));
  return count;
}

function medians(visits: readonly Visit[]): Visit {
  const middle = (figure: keyof Visit): number =>
    visits.map((visit) => visit[figure]).sort((a, b) => a - b)[Math.floor(visits.length / 2)]!;
  return { kilobytes: middle('kilobytes'), requests: middle('requests'), seconds: middle('seconds') };
}

interface SignedIn {
  readonly viewer: { readonly tenant: { readonly slug: string } };
  readonly meetings: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
}

async function signIn(url: string): Promise<{ cookie: string; slug: string; meetingId: string }> {
  const ask = async (query: string, variables: object, cookie = ''): Promise<[unknown, string]> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, cookie },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return [data, response.headers.getSetCookie().join('; ')];
  };
  const [, cookies] = await ask('mutation($input: SignInInput!) { signIn(input: $input) { __typename } }', {
    input: { email: demo.member, password: demo.password },
  });
  const cookie = /session=([^;]*)/.exec(cookies)![1]!;
  const [data] = await ask(
    '{ viewer { tenant { slug } } meetings(first: 1) { edges { node { id } } } }',
    {},
    `session=${cookie}`,
  );
  const { viewer, meetings } = data as SignedIn;
  return { cookie, slug: viewer.tenant.slug, meetingId: meetings.edges[0]!.node.id };
}
