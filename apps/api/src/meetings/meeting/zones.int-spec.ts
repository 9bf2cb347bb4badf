import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { instantAt, zoned } from '@yoriai/domain/kernel';
import pg from 'pg';

/** Only the clocks of Postgres are asked: no table, and so no application. */
const postgres = new pg.Client({ connectionString: process.env['YORIAI_TEST_PG'] });
beforeAll(() => postgres.connect());
afterAll(() => postgres.end());

const minute = 60_000;
const iso = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 16);

interface Sample {
  readonly zone: string;
  readonly local: string;
  /** As we understand it, in milliseconds. */
  readonly ours: number;
  /** What Postgres should say to it. */
  readonly theirs: number;
}

/**
 * Wall-clock times around every change of a zone's clocks from 2024 to 2028: before and after it, in the gap or the overlap and on both of
 * its edges, and one in each quarter besides.
 *
 * In a gap Postgres reads the time by the offset from before, as we do: forward by the gap. Of a time that happens twice it takes the
 * second, we the first (Temporal's `compatible`, RFC 5545 3.3.5): there Postgres must be later than we by exactly the overlap.
 */
function samplesOf(zone: string): Sample[] {
  const samples: Sample[] = [];
  const add = (wall: number, overlap: number): void => {
    const local = iso(wall);
    const ours = instantAt(local, zone).getTime();
    samples.push({ zone, local, ours, theirs: ours + overlap });
  };
  for (let quarter = 0; quarter < 20; quarter++) add(Date.UTC(2024, quarter * 3, 17, 9, 30), 0);
  let change = zoned(new Date('2023-12-31T00:00Z'), zone).getTimeZoneTransition('next');
  for (; change && change.year < 2029; change = change.getTimeZoneTransition('next')) {
    const at = change.epochMilliseconds;
    const after = change.offsetNanoseconds / 1e6;
    const before = change.subtract({ nanoseconds: 1 }).offsetNanoseconds / 1e6;
    const [first, end] = [at + Math.min(before, after), at + Math.max(before, after)];
    const overlap = Math.max(0, before - after);
    for (const wall of [first, (first + end) / 2, end - minute]) add(wall, overlap);
    for (const wall of [first - 180 * minute, first - minute, end, end + 180 * minute]) add(wall, 0);
  }
  return samples;
}

it('every gap and overlap of every zone from 2024 to 2028 means to us what it means to Postgres', async () => {
  const { rows: known } = await postgres.query<{ name: string }>(
    `select name from pg_timezone_names where name !~ '^(posix|right)/'`,
  );
  const theirNames = new Set(known.map(({ name }) => name));
  const ourNames = Intl.supportedValuesOf('timeZone');
  const zones = ourNames.filter((name) => theirNames.has(name));
  // Names that only one of us knows: a handful that one side has retired or added.
  expect(ourNames.length - zones.length).toBeLessThanOrEqual(5);
  expect(zones.length).toBeGreaterThan(400);

  const samples = zones.flatMap(samplesOf);
  const { rows: answers } = await postgres.query<{ at: number }>(
    `select extract(epoch from s.local::timestamp at time zone s.zone)::float8 * 1000 as at
     from unnest($1::text[], $2::text[]) with ordinality as s (zone, local, nth) order by s.nth`,
    [samples.map(({ zone }) => zone), samples.map(({ local }) => local)],
  );
  const differing = new Map<string, string[]>();
  samples.forEach(({ zone, local, theirs }, i) => {
    const at = answers[i]!.at;
    if (at === theirs) return;
    differing.set(zone, [...(differing.get(zone) ?? []), `${local} (${(at - theirs) / minute} min)`]);
  });
  const overlaps = samples.filter(({ ours, theirs }) => ours !== theirs).length / 3;
  expect(overlaps).toBeGreaterThan(500);
  // Zones whose countries changed their minds between the two editions of the zone data. Both are true to their own edition; meetings are
  // kept by ours, which also writes the calendars.
  const told = [...differing].map(([zone, times]) => `${zone}: ${times.length} times, such as ${times[0]}`);
  if (told.length > 0)
    process.stdout.write(
      `Zone data of node (${process.versions['tz'] ?? 'unknown'}) and of Postgres differ.\n${told.join('\n')}\n`,
    );
  expect(told.length).toBeLessThanOrEqual(6);
});
