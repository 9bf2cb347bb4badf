import { describe, expect, it } from '@jest/globals';
import { choosePassword, foldPassword } from './password.js';

describe('choosing a password', () => {
  it.each([
    'mizu no nagare wa taezu',
    '朝のコーヒーはいつも三杯まで飲みます',
    'kT9#vv0-xQ!2m_rW',
    'five little birds on the roof',
    '🌸🌊🍵🗻🚃🎏🍙🐈🌾🎐🍡🎋🏮🍁🦊',
  ])('%j is good: no composition rules', (text) =>
    expect(choosePassword(text)).toEqual({ ok: true, value: foldPassword(text) }),
  );

  it('wants fifteen characters', () =>
    expect(choosePassword('short-password')).toEqual({
      ok: false,
      error: { code: 'PASSWORD_TOO_SHORT', min: 15 },
    }));
  it('stops at two hundred', () =>
    expect(choosePassword('あいえ'.repeat(4_000))).toEqual({
      ok: false,
      error: { code: 'PASSWORD_TOO_LONG', max: 200 },
    }));

  it.each([
    'passwordpassword',
    'Password1234567890',
    'aaaaaaaaaaaaaaa',
    'abcabcabcabcabc',
    '123456789012345',
    'qwertyuiopasdfgh',
    'zyxwvutsrqponmlk',
    '1qaz2wsx3edc4rfv',
    'correct horse battery staple',
    'letmein-letmein!!',
    'ありがとうありがとうありがとう',
    '               ',
  ])('%j is easy to guess', (text) =>
    expect(choosePassword(text)).toEqual({ ok: false, error: { code: 'PASSWORD_TOO_COMMON' } }),
  );

  it('is not made of the own address or name', () => {
    expect(choosePassword('yamada.hanako@example.jp', ['yamada.hanako@example.jp']).ok).toBe(false);
    expect(choosePassword('hanakoyamada2026', ['hanakoyamada']).ok).toBe(false);
    expect(choosePassword('sakuracenter-sakuracenter', ['sakura-center']).ok).toBe(false);
  });

  it('is the same on a full-width keyboard', () => expect(foldPassword('ａｂｃ１２３')).toBe('abc123'));
});
