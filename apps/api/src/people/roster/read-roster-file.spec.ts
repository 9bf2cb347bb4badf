import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readRoster, rosterLimits } from '@yoriai/domain/people';
import { deviceOf } from '../sessions/device.js';
import { readRosterBase64, readRosterFile, splitRosterFile } from './read-roster-file.js';

const read = (text: string, prefix: number[] = []) =>
  splitRosterFile(Buffer.from([...prefix, ...Buffer.from(text)]));
const example = (name: string) =>
  splitRosterFile(readFileSync(new URL(`../../../../../examples/${name}`, import.meta.url)));

describe('a roster file', () => {
  it.each([
    ['roster-chamber.csv', 'Shift_JIS', 26, '髙橋 真由美'],
    ['roster-franchise.csv', 'UTF-8', 26, '青木 望'],
  ])('%s is read as %s: %i people without a problem', (name, encoding, people, first) => {
    const file = example(name);
    expect(file).toMatchObject({ encoding, problem: null });
    const { entries, problems } = readRoster(file.records);
    expect(problems).toEqual([]);
    expect(entries).toHaveLength(people);
    expect(entries[0]?.displayName).toBe(first);
  });

  it('may hold line breaks in a cell; rows are counted as a spreadsheet does', () => {
    expect(
      read('氏名,得意なこと,電話\r\n"山田 花子","簿記\r\nと段取り",09012345678\r\n鈴木,,x\r\n').records,
    ).toEqual([
      { line: 1, cells: ['氏名', '得意なこと', '電話'] },
      { line: 2, cells: ['山田 花子', '簿記\nと段取り', '09012345678'] },
      { line: 3, cells: ['鈴木', '', 'x'] },
    ]);
  });

  it('keeps empty lines in the count', () => {
    expect(read('氏名,電話\n\n山田,1\n').records.map(({ line }) => line)).toEqual([1, 2, 3]);
  });

  it('may have been written for other spreadsheets', () => {
    expect(read('氏名\t電話\n山田, 花子\t1').records[1]?.cells).toEqual(['山田, 花子', '1']);
    expect(read('氏名;電話\n山田;1').records[1]?.cells).toEqual(['山田', '1']);
    expect(read('氏名,電話\n5" 管,1').records[1]?.cells).toEqual(['5" 管', '1']);
    expect(read('氏名,電話\n山田,1', [0xef, 0xbb, 0xbf]).records[0]?.cells).toEqual(['氏名', '電話']);
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('氏名\t電話\r\n髙橋\t1', 'utf16le')]);
    expect(splitRosterFile(utf16)).toMatchObject({
      encoding: 'UTF-16',
      records: [{}, { cells: ['髙橋', '1'] }],
    });
  });

  it.each([
    ['a workbook', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0]), 'FILE_IS_EXCEL'],
    ['something that is no text', Buffer.from([0x81, 0x00, 0xff, 0xfd, 0x80]), 'FILE_UNREADABLE'],
    ['a quotation mark that never ends', Buffer.from('氏名,電話\n"山田,1\n鈴木,2\n'), 'FILE_MALFORMED'],
    ['more than a megabyte', Buffer.alloc(rosterLimits.bytes + 1, 0x61), 'FILE_TOO_BIG'],
  ])('%s is told from a roster', (_what, bytes, code) => {
    expect(splitRosterFile(bytes)).toMatchObject({ records: [], problem: { code } });
  });

  it.each([
    ['two marks of the order of bytes', '\ufeff\ufeff氏名,電話\n山田,09012345678'],
    ['two of them before a quoted header', '\ufeff\ufeff"氏名","電話"\r\n"山田","09012345678"\r\n'],
    ['a quoted header with other signs in it', '"氏名(会員;本人)","電話\t(携帯)"\n山田,09012345678'],
    ['a title above tabs', '会員名簿, 2026年, 秋\n\n氏名\t電話\n山田\t09012345678'],
    ['a title above semicolons', '"さくら市, 経営者\n名簿"\n氏名;電話\n山田;09012345678'],
    ['a hint for Excel', 'sep=;\n氏名;電話\n山田;09012345678'],
    ['the end of file of old programs', '氏名,電話\r\n山田,09012345678\r\n\u001a'],
    ['the same, in its own line', '氏名,電話\r\n山田,09012345678\r\n\u001a\r\n\u0000'],
    ['line ends of old computers', '氏名,電話\r山田,09012345678\r'],
  ])('with %s is a roster', (_what, text) => {
    const { entries, problems } = readRosterFile(Buffer.from(text));
    expect(problems).toEqual([]);
    expect(entries).toMatchObject([{ displayName: '山田', phone: '090-1234-5678' }]);
  });

  it('with the marks of UTF-16 the other way round, too', () => {
    const swapped = Buffer.from('\ufeff氏名\t電話\n山田\t1', 'utf16le').swap16();
    expect(splitRosterFile(swapped)).toMatchObject({
      encoding: 'UTF-16',
      records: [{}, { cells: ['山田', '1'] }],
    });
  });

  it('names the row of Excel in what is wrong, however many line breaks stand above', () => {
    const tall = Array.from({ length: 24 }, (_, i) => `"会員${i}",090123456${10 + i},"一行目\r\n二行目"`);
    const { problems } = readRosterFile(
      Buffer.from(['氏名,電話,得意なこと', ...tall, '山田,12,'].join('\r\n')),
    );
    expect(problems).toMatchObject([{ line: 26, column: '電話', code: 'BAD_PHONE' }]);
    const open = readRosterFile(
      Buffer.from(['氏名,電話,得意なこと', ...tall, '"山田,1,', '鈴木,2,'].join('\r\n')),
    );
    expect(open.problems).toMatchObject([{ line: 26, code: 'FILE_MALFORMED' }]);
  });

  it.each([
    ['blank lines', '\n'.repeat(990_000)],
    ['brackets that never close', `氏名${'('.repeat(990_000)},電話\n山田,1`],
    ['one bracket in each of very many headers', `氏名,電話,${'(,'.repeat(490_000)}\n山田,1`],
    [
      'one cell of very many groups',
      `氏名,電話,グループ\n山田,1,"${Array.from({ length: 140_000 }, (_, i) => `会${i}`)
        .join(';')
        .slice(0, 900_000)}"`,
    ],
    ['one cell of dots', `氏名,電話,グループ\n山田,${'.'.repeat(400_000)}x,${' '.repeat(500_000)}x`],
    [
      'one cell of marks',
      `氏名,ふりがな,電話\n山田,${'か\u3099'.repeat(100_000)},${'\u0301\u0315'.repeat(100_000)}`,
    ],
    ['quotation marks', `氏名,電話\n${'"'.repeat(990_000)}`],
  ])('made of %s is answered with a reason', (_what, text) => {
    expect(readRosterFile(Buffer.from(text)).problems.length).toBeGreaterThan(0);
  });

  it('comes as base64, with or without line breaks', () => {
    const base64 = Buffer.from('氏名,電話\n山田,09012345678').toString('base64');
    for (const text of [base64, ` ${base64}\r\n`, base64.replace(/(.{10})/g, '$1\r\n')])
      expect(readRosterBase64(text)?.entries).toHaveLength(1);
    for (const text of ['%%%', `${'\n'.repeat(1_000_000)}%`, `${'A'.repeat(1_000_000)}%`, '=A', 'A==='])
      expect(readRosterBase64(text)).toBeNull();
  });

  it('of nothing has no records', () => expect(read('').records).toEqual([]));
});

describe('a device', () => {
  it.each([
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'iPhone / Safari',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36 Edg/147.0.0.0',
      'Windows / Edge',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Mobile Safari/537.36',
      'Android / Chrome',
    ],
    ['curl/8', 'curl/8'],
    ['', '—'],
    ['Android'.repeat(100_000), 'Android (tablet)'],
  ])('%# is called by its name', (agent, name) => expect(deviceOf(agent)).toBe(name));
});
