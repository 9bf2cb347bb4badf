import { err, lengthOf, normalised, ok, readText, trimmedEnd, type Result } from '../../kernel/index.js';

export const passwordLimits = { min: 15, max: 200 } as const;

export interface PasswordTooShort {
  readonly code: 'PASSWORD_TOO_SHORT';
  readonly min: number;
}
export interface PasswordTooLong {
  readonly code: 'PASSWORD_TOO_LONG';
  readonly max: number;
}
export interface PasswordTooCommon {
  readonly code: 'PASSWORD_TOO_COMMON';
}
export type PasswordError = PasswordTooShort | PasswordTooLong | PasswordTooCommon;

/** A password as it is hashed and compared, the same from every keyboard (NIST SP 800-63B-4, 3.1.1.2). */
export const foldPassword = (text: string): string => normalised(text, 'NFKC');

/**
 * A password a person may choose: 15–200 characters of any kind and nothing on the list of those that are guessed
 * first: known phrases, a short piece repeated, a walk along the keyboard, the person's own address or name with some
 * digits behind it. No other rules (NIST SP 800-63B-4). Errors: PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_TOO_COMMON.
 */
export function choosePassword(text: string, about: readonly string[] = []): Result<string, PasswordError> {
  const tooLong = err({ code: 'PASSWORD_TOO_LONG' as const, max: passwordLimits.max });
  if (!readText('password', text, passwordLimits.max).ok) return tooLong;
  const password = foldPassword(text);
  const length = lengthOf(password);
  if (length < passwordLimits.min) return err({ code: 'PASSWORD_TOO_SHORT', min: passwordLimits.min });
  if (length > passwordLimits.max) return tooLong;
  return isCommon(bare(password), about.map(bare)) ? err({ code: 'PASSWORD_TOO_COMMON' }) : ok(password);
}

const bare = (text: string): string =>
  foldPassword(text)
    .toLowerCase()
    .replace(/[\s._@-]/g, '');

function isCommon(password: string, about: readonly string[]): boolean {
  const stem = trimmedEnd(password.replace(/^[\d!?#$%&*]+/, ''), /[\d!?#$%&*]/);
  const guesses = [...commonPhrases, ...about.filter((word) => word.length >= 3)];
  return (
    password === '' ||
    guesses.some((phrase) => phrase === password || phrase === stem) ||
    isRepeated(password) ||
    (stem !== '' && isMadeOf(stem, guesses)) ||
    walks.some((walk) => walk.includes(password))
  );
}

/** `abcabcabcabcabc`: a piece of at most six characters, again and again. */
const isRepeated = (text: string): boolean => /^(.{1,6}?)\1+.{0,5}$/u.test(text) && new Set(text).size <= 6;

/** `passwordpassword`, `yoriaiyoriaiyoriai`: nothing but known words in a row. */
function isMadeOf(text: string, words: readonly string[]): boolean {
  const reached = new Set([0]);
  for (let at = 0; at < text.length; at++) {
    if (!reached.has(at)) continue;
    for (const word of words) if (text.startsWith(word, at)) reached.add(at + word.length);
  }
  return reached.has(text.length);
}

const rows = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const mirrored = (text: string): string => [...text].reverse().join('');
const walks: readonly string[] = [
  '01234567890123456789012345678901234567890',
  '12345678901234567890123456789012345678901',
  'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz0123456789',
  'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん',
  rows.join(''),
  rows.slice(1).join(''),
  rows.slice(1).join('') + rows[0],
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
].flatMap((walk) => [walk, mirrored(walk)]);

/** What leaked collections show at the top once shorter ones are out of reach: words, and phrases made of them. */
const commonPhrases: readonly string[] = [
  'password',
  'passw0rd',
  'p@ssword',
  'p@ssw0rd',
  'passwort',
  'pass',
  'word',
  'admin',
  'administrator',
  'letmein',
  'welcome',
  'iloveyou',
  'qwerty',
  'qwertyuiop',
  'asdf',
  'asdfgh',
  'asdfghjkl',
  'zxcvbn',
  'zxcvbnm',
  'monkey',
  'dragon',
  'sunshine',
  'princess',
  'football',
  'baseball',
  'superman',
  'batman',
  'pokemon',
  'login',
  'guest',
  'user',
  'root',
  'test',
  'testing',
  'changeme',
  'default',
  'secret',
  'master',
  'hello',
  'hellohello',
  'abc',
  'abcd',
  'abcdef',
  'trustno1',
  'whatever',
  'correcthorsebatterystaple',
  'thisismypassword',
  'mypassword',
  'myname',
  'nopassword',
  'ihavenopassword',
  'iloveyousomuch',
  'letmeinplease',
  'opensesame',
  'tothemoon',
  'maytheforcebewithyou',
  'todayisagoodday',
  'japan',
  'nippon',
  'nihon',
  'tokyo',
  'osaka',
  'kyoto',
  'sakura',
  'arigatou',
  'arigato',
  'konnichiwa',
  'doraemon',
  'totoro',
  'naruto',
  'anpanman',
  'yoriai',
  'kaigi',
  'kaisha',
  'himitsu',
  'pasuwado',
  'aikotoba',
  'hirakegoma',
  'パスワード',
  'ぱすわーど',
  'あいことば',
  'ひらけごま',
  'ありがとう',
  'さくら',
  'よりあい',
  '寄り合い',
];
