import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readMoment, writeMoment } from './moments.js';

const moments = fc.date({ min: new Date('1000-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z') });
const asPostgres = (text: string): string => `${text.slice(0, 10)} ${text.slice(11, -1)}+00`;

describe('a moment', () => {
  it('is read as node reads it, with and without a fraction', () => {
    fc.assert(
      fc.property(
        moments.filter((one) => !Number.isNaN(one.getTime())),
        fc.constantFrom('', '.1', '.12', '.123', '.1239', '.000001'),
        (moment, fraction) => {
          const seconds = moment.toISOString().slice(0, 19);
          expect(readMoment(`${seconds.replace('T', ' ')}${fraction}+00`)).toEqual(
            new Date(`${seconds}${fraction}Z`),
          );
          expect(readMoment(asPostgres(moment.toISOString()))).toEqual(moment);
        },
      ),
    );
  });

  it('is written as node writes it', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (moment) =>
        expect(writeMoment(moment)).toBe(moment.toISOString()),
      ),
    );
    expect(() => writeMoment(new Date(NaN))).toThrow(RangeError);
  });

  it('in another form is left to those who know all forms', () => {
    const others = [
      'infinity',
      '0044-03-15 12:00:00+00 BC',
      '0900-01-01 00:00:00+00',
      '12026-01-01 00:00:00+00',
    ];
    for (const text of [...others, '2026-01-01 00:00:00+09', '2026-01-01', ''])
      expect(readMoment(text)).toBeNull();
  });
});
