import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { alike, composed, fold, newForms, oneLine, showsNothing, trimmedEnd, visible } from './characters.js';
import { optional, required } from './text.js';

const nothing = [
  '\u200b',
  '\u3164',
  '\u2800',
  '\u00ad',
  '\ufe0f',
  '\u200e',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\u2060',
  '\u034f',
  '\u115f',
  '\u1160',
  '\uffa0',
  '\u180e',
  '\u{e0100}',
  '\u{e0041}',
  '\u0085',
  '\u2028',
  '\u3000',
  '\ufff9',
  '\u200b \u200d\u3164\n\u00ad',
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom(
      ...nothing,
      ...'می\u200c\u200dカガか゛゙ﾞ〜～−－―—“”″′髙塚資金繰り aA1👩‍💻葛󠄀!',
      '\u0300',
    ),
    maxLength: 20,
  }),
);

describe('what a reader sees', () => {
  it.each(nothing)('of %j is nothing, so it is empty', (text) => {
    expect(showsNothing(text)).toBe(true);
    expect(required('title', text, 80)).toMatchObject({ ok: false, error: { rule: 'REQUIRED' } });
    expect(optional('note', text, 80)).toEqual({ ok: true, value: null });
    expect(oneLine(text)).toBe('');
    expect(fold(text)).toBe('');
  });
  it.each(['.', '\u0301', '☎️', '１', '\ue000'])('of %j is something', (text) =>
    expect(showsNothing(text)).toBe(false),
  );
  it('never hides in what shows nothing', () => expect(visible('死\u200bに\n\u00adたい')).toBe('死に たい'));
});

describe('a text of one line', () => {
  it.each([
    ['進\u200b行', '進行'],
    ['\u202e山田\u202c', '山田'],
    ['山田\u3164花子', '山田 花子'],
    ['山田\u2028\u0085花子', '山田 花子'],
    ['Ann\u00ad Lee\ufe0f', 'Ann Lee'],
    ['葛\u{e0100}城', '葛\u{e0100}城'],
    ['👩‍💻と🌸', '👩‍💻と🌸'],
    ['❤️', '❤️'],
    ['山\u200d田', '山田'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['塚\ufe0f\ufe0f', '塚\ufe0f'],
  ])('%j is kept as %j', (text, kept) => expect(oneLine(text)).toBe(kept));
  it('stays what it is', () => {
    fc.assert(
      fc.property(anyText, (text) => expect(oneLine(oneLine(text))).toBe(oneLine(text))),
      { numRuns: 500 },
    );
  });
});

describe('kanji in forms of their own', () => {
  it.each([...'\ufa10\ufa19\ufa1b\ufa1c\ufa1e\ufa46\uf9dc\u{2f80f}'])(
    '%s stays as its owner writes it',
    (kanji) => {
      expect(composed(kanji)).toBe(kanji);
      expect(required('name', `${kanji}か\u3099`, 80)).toEqual({ ok: true, value: `${kanji}が` });
      expect(alike(kanji)).toBe(kanji.normalize('NFKC'));
    },
  );
  it('are the only ones that differ from NFC', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(composed(composed(text))).toBe(composed(text));
        expect(composed(text).normalize('NFC')).toBe(text.normalize('NFC'));
      }),
    );
  });
});

describe('texts that read alike', () => {
  it.each([
    ['1〜2', '1～2'],
    ['〜', '~'],
    ['−5', '－5'],
    ['−5', '-5'],
    ['―', '—'],
    ['“値上げ”', '"値上げ"'],
    ['〝値上げ〟', '"値上げ"'],
    ['don’t', "don't"],
    ['5″', '5"'],
    ['カ゛', 'ガ'],
    ['カ\u3099', 'ガ'],
    ['ｶﾞ', 'ガ'],
    ['ハ゜ン', 'パン'],
    ['葛\u{e0100}城', '葛城'],
    ['進\u200b行', '進行'],
    ['ＡＢＣ', 'abc'],
    ['a\u3164b', 'a b'],
    ['カ ﾞ', 'ガ'],
    ['カ ゛', 'ガ'],
    ['か \u0300ﾞ', 'が\u0300'],
  ])('%s and %s', (one, other) => expect(alike(one)).toBe(alike(other)));
  it('a long vowel is no dash', () => expect(alike('メール')).not.toBe(alike('メ-ル')));
  it('old forms of kanji are made new by another step', () =>
    expect(newForms(alike('髙嵜𠮷德'))).toBe('高崎吉徳'));
  it('are not changed twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(alike(alike(text))).toBe(alike(text));
        expect(fold(fold(text))).toBe(fold(text));
        expect(newForms(newForms(text))).toBe(newForms(text));
      }),
      { numRuns: 500 },
    );
  });
});

it('an end is cut off in one pass', () => {
  expect(trimmedEnd('では。。 ', /[。\s]/u)).toBe('では');
  expect(trimmedEnd(' . . ', /[.\s]/u)).toBe('');
});
