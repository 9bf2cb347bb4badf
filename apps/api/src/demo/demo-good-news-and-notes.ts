import { hours, plus, type GroupId, type Instant } from '@yoriai/domain/kernel';
import type { GoodNewsId, SupportRequestId } from '@yoriai/domain/support';
import { commentOnGoodNews } from '../support/good-news/comment-on-good-news.js';
import { reactToGoodNews } from '../support/good-news/react-to-good-news.js';
import { postGoodNews } from '../support/good-news/post-good-news.js';
import type { Acting } from '../platform/auth/viewer.js';
import { found } from '../platform/errors/must.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';
import type { Work } from '../platform/work/work.js';
import { askLeaveToAdvise } from '../support/advice/ask-leave-to-advise.js';
import { sendPrivateNote } from '../support/private-notes/send-private-note.js';
import { tellOfWorry } from '../support/worries/tell-of-worry.js';

interface News {
  readonly group: string;
  readonly daysAgo: number;
  readonly by: number;
  readonly body: string;
  readonly wholeTenant?: boolean;
  readonly congratulatedBy: readonly number[];
  readonly thankedBy?: readonly number[];
  readonly comments?: readonly (readonly [by: number, body: string])[];
}

const news: readonly News[] = [
  {
    group: '水曜サロン会',
    daysAgo: 24,
    by: 2,
    body: '無断キャンセルが、先月はついに1件になりました。みなさんに教わった前日の確認のおかげです。',
    congratulatedBy: [0, 1, 4],
    comments: [[0, 'うれしいです。続けてきたかいがありましたね。']],
  },
  {
    group: '水曜サロン会',
    daysAgo: 3,
    by: 4,
    body: '新しいメニュー表にしてから、「分かりやすくなったね」と常連さんに言われました。小さなことですが、報告したくて。',
    congratulatedBy: [0, 2, 3],
    thankedBy: [5],
    comments: [
      [2, '写真を大きくしたのが正解でしたね。'],
      [5, '読んで元気が出ました。'],
    ],
  },
  {
    group: 'ものづくり木曜会',
    daysAgo: 12,
    by: 1,
    body: '三年かかった新しい器の色が、ようやく窯から思いどおりに出ました。',
    congratulatedBy: [0, 2, 3],
    comments: [[2, '次の会に持ってきてください。見たいです。']],
  },
  {
    group: '商店街の夜会',
    daysAgo: 8,
    by: 0,
    wholeTenant: true,
    body: '夜市に二百人の方が来てくださいました。手伝ってくださった皆さん、ありがとうございました。',
    congratulatedBy: [1, 2],
    thankedBy: [1],
  },
];

interface Seat {
  readonly group: { readonly name: string };
  readonly id: GroupId;
  readonly people: readonly Acting[];
}
interface Step {
  readonly at: Instant;
  readonly run: () => Promise<unknown>;
}

/** Good news, and what passes between two people beside a thread. */
export function demoGoodNewsAndNotes(work: Work, seat: Seat, ago: (days: number) => Instant): Step[] {
  const who = (i: number): Acting => seat.people[i]!;
  const told = news
    .filter(({ group }) => group === seat.group.name)
    .flatMap((one) => goodNews(work, seat, one, ago));
  if (seat.group.name !== '水曜サロン会') return told;
  const withRequest = (by: number, act: (tx: TenantTx, id: SupportRequestId) => Promise<unknown>) => () =>
    work.inTenant(who(by), async (tx) => act(tx, await titled(tx, '店を開けるのがつらい朝があります')));
  const facilitator = who(0).memberId;
  return [
    ...told,
    {
      at: ago(5),
      run: withRequest(0, (tx, requestId) =>
        sendPrivateNote(tx, {
          requestId,
          to: null,
          body: '進行役の山田です。お名前は分からないままで大丈夫です。もしよければ、ここで少しお話ししませんか。',
        }),
      ),
    },
    {
      at: plus(ago(5), hours(9)),
      run: withRequest(5, (tx, requestId) =>
        sendPrivateNote(tx, {
          requestId,
          to: facilitator,
          body: 'ありがとうございます。書いただけで少し楽になりました。次の会には行けると思います。',
        }),
      ),
    },
    {
      at: ago(4),
      run: withRequest(3, (tx, requestId) =>
        tellOfWorry(tx, { requestId, replyId: null, note: 'お休みできているか気がかりです。' }),
      ),
    },
    { at: plus(ago(4), hours(3)), run: withRequest(2, askLeaveToAdvise) },
  ];
}

function goodNews(work: Work, seat: Seat, one: News, ago: (days: number) => Instant): Step[] {
  const act = (by: number, run: (tx: TenantTx) => Promise<unknown>) => work.inTenant(seat.people[by]!, run);
  const told = ago(one.daysAgo);
  let id!: GoodNewsId;
  return [
    {
      at: told,
      run: () =>
        act(one.by, async (tx) => {
          id = await postGoodNews(tx, {
            groupId: one.wholeTenant ? null : seat.id,
            audience: one.wholeTenant ? 'TENANT' : 'GROUP',
            body: one.body,
          });
        }),
    },
    {
      at: plus(told, hours(5)),
      run: async () => {
        for (const by of one.congratulatedBy)
          await act(by, (tx) => reactToGoodNews(tx, id, 'CONGRATULATIONS', true));
        for (const by of one.thankedBy ?? []) await act(by, (tx) => reactToGoodNews(tx, id, 'THANKS', true));
        for (const [by, body] of one.comments ?? []) await act(by, (tx) => commentOnGoodNews(tx, id, body));
      },
    },
  ];
}

async function titled(tx: TenantTx, title: string): Promise<SupportRequestId> {
  const [request] = await tx.sql(
    'demo.titled',
    `select id from support_request where tenant_id = $1 and title = $2 order by created_at desc limit 1`,
    [tx.tenantId, title],
  );
  return found(request).id;
}
