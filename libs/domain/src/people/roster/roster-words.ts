import type { Locale } from '../../tenancy/index.js';
import { rosterLimits, type RosterProblem, type RosterProblemCode } from './roster.js';

type Words = Readonly<Record<RosterProblemCode, string>>;

const ja: Words = {
  FILE_EMPTY: '名簿に、会員の行がありません',
  FILE_TOO_BIG: 'ファイルが大きすぎます(1MBまで)',
  FILE_UNREADABLE: '文字コードを読み取れません。Excelで「CSV UTF-8」として保存し直してください',
  FILE_IS_EXCEL: 'Excelのファイルです。「名前を付けて保存」で「CSV UTF-8」を選んで保存し直してください',
  FILE_MALFORMED: 'CSVとして読めません。引用符(")が閉じているか確かめてください',
  TOO_MANY_ROWS: `行が多すぎます。一度に取り込めるのは${rosterLimits.rows}行までです`,
  NAME_COLUMN_MISSING: '「氏名」の列が見つかりません',
  CONTACT_COLUMN_MISSING: '「メール」か「電話」の列が見つかりません',
  COLUMN_TWICE: '同じ意味の列が2つあります。1つにしてください',
  NAME_MISSING: '氏名がありません',
  CONTACT_MISSING: 'メールか電話のどちらかを入れてください',
  TOO_LONG: '長すぎます',
  BAD_CHARACTERS: '使えない文字が入っています',
  BAD_KANA: 'ふりがなは、ひらがなかカタカナで入れてください',
  BAD_EMAIL: 'メールアドレスの形が正しくありません',
  BAD_PHONE: '電話番号の形が正しくありません',
  UNKNOWN_PREFECTURE: '都道府県の名前が見つかりません',
  UNKNOWN_ROLE: '役割は「会員」「事務局」「進行役」のどれかにしてください',
  TOO_MANY_GROUPS: `グループは1人${rosterLimits.groupsPerPerson}つまでです`,
  FACILITATOR_WITHOUT_GROUP: '進行役の方のグループを入れてください',
  DUPLICATE_EMAIL: '同じメールアドレスの行が、上にもあります',
  DUPLICATE_PERSON: '同じ方の行が、上にもあります',
  PHONE_OF_SOMEONE_ELSE: '同じ電話番号で、名前の違う方がいます。見分けるためにメールアドレスを入れてください',
  MEMBER_GONE: '退会・利用停止などになっている方です。会員の画面で戻してから取り込んでください',
  GROUP_FULL: 'このグループは定員を超えます',
  GROUP_CLOSED: 'このグループは終了しています',
  OWN_SEAT: 'ご自身をグループに加えることはできません。ほかの事務局の方か進行役に頼んでください',
};

const en: Words = {
  FILE_EMPTY: 'there are no people in this roster',
  FILE_TOO_BIG: 'the file is too big (1 MB at most)',
  FILE_UNREADABLE: 'the text cannot be decoded; save it from Excel as “CSV UTF-8”',
  FILE_IS_EXCEL: 'this is an Excel workbook; use “Save as” and choose “CSV UTF-8”',
  FILE_MALFORMED: 'this is not a CSV file; look for a quotation mark that is not closed',
  TOO_MANY_ROWS: `too many rows; ${rosterLimits.rows} at a time`,
  NAME_COLUMN_MISSING: 'there is no “Name” column',
  CONTACT_COLUMN_MISSING: 'there is neither an “E-mail” nor a “Phone” column',
  COLUMN_TWICE: 'two columns mean the same; keep one',
  NAME_MISSING: 'the name is missing',
  CONTACT_MISSING: 'an e-mail address or a phone number is needed',
  TOO_LONG: 'this is too long',
  BAD_CHARACTERS: 'there are characters in it that cannot be kept',
  BAD_KANA: 'furigana must be hiragana or katakana',
  BAD_EMAIL: 'this is not an e-mail address',
  BAD_PHONE: 'this is not a phone number',
  UNKNOWN_PREFECTURE: 'there is no prefecture of this name',
  UNKNOWN_ROLE: 'the role must be “member”, “admin” or “facilitator”',
  TOO_MANY_GROUPS: `one person can be in ${rosterLimits.groupsPerPerson} groups at most`,
  FACILITATOR_WITHOUT_GROUP: 'a facilitator needs a group',
  DUPLICATE_EMAIL: 'a row above has the same e-mail address',
  DUPLICATE_PERSON: 'a row above is the same person',
  PHONE_OF_SOMEONE_ELSE:
    'somebody with another name has this phone number; an e-mail address tells them apart',
  MEMBER_GONE: 'this member has left or is suspended; bring them back on the members page first',
  GROUP_FULL: 'this makes the group fuller than its capacity',
  GROUP_CLOSED: 'this group is closed',
  OWN_SEAT: 'nobody adds themselves to a group; ask another admin or the facilitator',
};

/** A problem with its line, column and value, as one sentence: `12行目「メール」: … (abc)`. */
export function rosterProblemText({ line, column, code, value }: RosterProblem, locale: Locale): string {
  const shown = value === null ? '' : ` (${value})`;
  return locale === 'ja'
    ? `${line}行目${column === null ? '' : `「${column}」`}: ${ja[code]}${shown}`
    : `line ${line}${column === null ? '' : `, “${column}”`}: ${en[code]}${shown}`;
}
