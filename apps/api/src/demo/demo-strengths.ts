import { days, plus, type GroupId, type Instant } from '@yoriai/domain/kernel';
import { nextSeason } from '@yoriai/domain/support';
import type { Acting } from '../platform/auth/viewer.js';
import type { Work } from '../platform/work/work.js';
import { openRoundOfGroup } from '../support/strengths/strengths.loader.js';
import { writeStrengths } from '../support/strengths/write-strengths.js';

/** Who wrote about whom (by their seat in the group), what, and whether they put their name to it. */
const lines: readonly (readonly [by: number, about: number, text: string, signed: boolean])[] = [
  [1, 0, '急な話でも、まず「いいね」と受けとめてくれます。あの一言で話しやすくなります。', true],
  [2, 0, '時間どおりに終わらせる腕前。おかげで店を開けて来られます。', false],
  [3, 0, '数字の話になると目が変わる。原価の聞き方を真似しています。', false],
  [4, 0, '黙っている人に、ちょうどいいころに声をかけてくれる。', false],
  [0, 2, '失敗した話を先にしてくれるので、こちらも正直になれます。', true],
  [1, 2, '常連さんの名前と好みを全部おぼえているところ。', false],
  [3, 2, '「来月までにやる」と言ったことを、いつも本当にやってくる。', false],
  [4, 2, '困っている人の話を、最後までさえぎらずに聞くところ。', false],
  [0, 1, '道具の手入れが行き届いている。仕事場を見せてもらって驚きました。', true],
  [2, 1, '若い人に任せる勇気があります。', true],
];

/** In the first season that falls into the demo, a few of each group write; the rest of the round runs by itself. */
export function strengthSteps(
  work: Work,
  seats: readonly { readonly id: GroupId; readonly people: readonly Acting[] }[],
  begun: Instant,
): { readonly at: Instant; readonly run: () => Promise<unknown> }[] {
  const season = nextSeason(begun, 'Asia/Tokyo');
  return seats.flatMap(({ id, people }) =>
    lines
      .filter(([by, about]) => people[by] && people[about])
      .map(([by, about, text, signed], i) => ({
        at: plus(season, days(1 + i)),
        run: () =>
          work.inTenant(people[by]!, async (tx) => {
            const round = (await openRoundOfGroup.batch(tx, [id])).get(id);
            if (!round) return;
            await writeStrengths(tx, round.id, [
              { aboutId: people[about]!.memberId, text, signed, expectedVersion: null },
            ]);
          }),
      })),
  );
}
