import { describe, expect, it } from '@jest/globals';
import { helpLines, helpLineTopics, openNow, telHref } from './index.js';

const ids = (lines: readonly { id: string }[]) => lines.map(({ id }) => id);
const at = (text: string) => new Date(`${text}+09:00`);

describe('help lines', () => {
  it('shows lines that never close first, in the small hours too', () => {
    const { open } = openNow(helpLines, at('2026-11-21T02:10'));
    expect(ids(open)).toEqual(['fire-119', 'police-110', 'yorisoi']);
  });

  it('folds a line away the minute it closes', () => {
    const houterasu = helpLines.filter(({ id }) => id === 'houterasu');
    expect(ids(openNow(houterasu, at('2026-11-20T08:59')).closed)).toEqual(['houterasu']);
    expect(ids(openNow(houterasu, at('2026-11-20T09:00')).open)).toEqual(['houterasu']);
    expect(ids(openNow(houterasu, at('2026-11-20T20:59')).open)).toEqual(['houterasu']);
    expect(ids(openNow(houterasu, at('2026-11-20T21:00')).closed)).toEqual(['houterasu']);
    expect(ids(openNow(houterasu, at('2026-11-21T18:00')).closed)).toEqual(['houterasu']);
    expect(ids(openNow(houterasu, at('2026-11-22T12:00')).closed)).toEqual(['houterasu']);
  });

  it('reads the clock on the wall in Japan, wherever the caller is', () => {
    const navi = helpLines.filter(({ id }) => id === 'inochi-no-denwa-navi');
    expect(ids(openNow(navi, new Date('2026-11-21T00:59:00Z')).closed)).toHaveLength(1);
    expect(ids(openNow(navi, new Date('2026-11-21T01:00:00Z')).open)).toHaveLength(1);
  });

  it('puts the line that closes later before the one that is about to close', () => {
    const { open } = openNow(helpLines, at('2026-11-20T20:00'));
    expect(open.findIndex(({ id }) => id === 'inochi-no-denwa-navi')).toBeLessThan(
      open.findIndex(({ id }) => id === 'houterasu'),
    );
  });

  it('keeps offices closed over New Year and on holidays it is told of, lifelines open', () => {
    const newYear = openNow(helpLines, at('2026-12-31T12:00'));
    expect(ids(newYear.closed)).toEqual(expect.arrayContaining(['houterasu', 'jfc', 'traffic-accident']));
    expect(ids(newYear.open)).toContain('inochi-no-denwa-navi');
    const thanksgiving = openNow(helpLines, at('2026-11-23T12:00'), (day) => day === '2026-11-23');
    expect(ids(thanksgiving.closed)).toContain('houterasu');
  });

  it('never claims to know hours that are not certain', () => {
    const { open, hoursUnknown, closed } = openNow(helpLines, at('2026-11-20T12:00'));
    expect(ids(hoursUnknown)).toContain('inochi-sos');
    expect(open.length + hoursUnknown.length + closed.length).toBe(helpLines.length);
  });

  it('names something to call for every kind of trouble, at any hour', () => {
    for (const topic of helpLineTopics) {
      const lines = helpLines.filter((line) => line.topics.includes(topic));
      const { open, hoursUnknown } = openNow(lines, at('2026-11-21T02:10'));
      expect([topic, open.length + hoursUnknown.length > 0]).toEqual([topic, true]);
    }
  });

  it('makes links that a telephone understands', () => {
    for (const line of helpLines) expect(telHref(line)).toMatch(/^tel:(%23)?\d+$/);
  });

  it('has distinct ids, clock times that make sense and a source for each line', () => {
    expect(new Set(ids(helpLines)).size).toBe(helpLines.length);
    for (const line of helpLines) {
      expect(line.source).toMatch(/^https:\/\//);
      for (const [from, to] of line.hours?.flat() ?? []) {
        expect(from).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
        expect(to > from).toBe(true);
      }
    }
  });
});
