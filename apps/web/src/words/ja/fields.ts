import type { BadUserInput } from '@yoriai/domain/kernel';

/** What is wrong with one box, by rule. `label` is the words above the box, `limit` the figure the rule broke. */
export const fields = {
  REQUIRED: '{{label}}を入力してください',
  TOO_LONG: '{{label}}は{{limit}}文字以内で入力してください',
  TOO_SHORT: '{{label}}は{{limit}}文字以上で入力してください',
  TOO_MANY: '{{label}}は{{limit}}つまでにしてください',
  OUT_OF_RANGE: '{{label}}は使える範囲の値にしてください',
  MALFORMED: '{{label}}の書き方を確かめてください',
  IN_THE_PAST: '{{label}}には、これからの日時を入れてください',
  UNKNOWN: '{{label}}が見つかりません。選び直してください',
} satisfies Record<BadUserInput['rule'], string>;
