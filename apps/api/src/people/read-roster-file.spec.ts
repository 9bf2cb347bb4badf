import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readRoster, rosterLimits } from '@yoriai/domain/people';
import { deviceOf } from './device.js';
import { readRosterFile } from './read-roster-file.js';

const read = (text: string, prefix: number[] = []) =>
  readRosterFile(Buffer.from([...prefix, ...Buffer.from(text)]));
const example = (name: string) =>
  readRosterFile(readFileSync(new URL(`../../../../examples/${name}`, import.meta.url)));

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

  it('may hold line breaks in a cell; lines are counted as an editor does', () => {
    expect(
      read('氏名,得意なこと,電話\r\n"山田 花子","簿記\r\nと段取り",09012345678\r\n鈴木,,x\r\n').records,
    ).toEqual([
      { line: 1, cells: ['氏名', '得意なこと', '電話'] },
      { line: 2, cells: ['山田 花子', '簿記\nと段取り', '09012345678'] },
      { line: 4, cells: ['鈴木', '', 'x'] },
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
    expect(readRosterFile(utf16)).toMatchObject({
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
    expect(readRosterFile(bytes)).toMatchObject({ records: [], problem: { code } });
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
  ])('%# is called by its name', (agent, name) => expect(deviceOf(agent)).toBe(name));
});
