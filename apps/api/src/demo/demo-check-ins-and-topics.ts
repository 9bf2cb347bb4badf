import { days, hours, plus, type Instant, type MeetingId } from '@yoriai/domain/kernel';
import type { CheckInDraft, TopicId, TopicPriority } from '@yoriai/domain/meetings';
import { makeRemark } from '../meetings/remarks/make-remark.js';
import { planAfterParty } from '../meetings/after-party/plan-after-party.js';
import { proposeTopic } from '../meetings/topics/propose-topic.js';
import { submitCheckIn } from '../meetings/check-ins/submit-check-in.js';
import { takeTopic } from '../meetings/topics/take-topic.js';
import type { Acting } from '../platform/auth/viewer.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';
import type { Work } from '../platform/work/work.js';
import { voteForTopic } from '../meetings/topics/vote-for-topic.js';
import { answerAfterParty } from '../meetings/after-party/answer-after-party.js';

interface Prepared {
  readonly group: string;
  /** 0: the next meeting; 1: the one before it; … */
  readonly back: number;
  readonly notes: readonly (readonly [
    by: number,
    note: CheckInDraft,
    remarks?: readonly (readonly [by: number, body: string])[],
  ])[];
  readonly topics: readonly {
    readonly by: number;
    readonly title: string;
    readonly detail?: string;
    readonly priority?: TopicPriority;
    readonly votes?: readonly number[];
    readonly taken?: true;
  }[];
  readonly party?: {
    readonly details: string;
    readonly feeYen: number;
    readonly answers: readonly (readonly [by: number, coming: boolean])[];
  };
}

const prepared: readonly Prepared[] = [
  {
    group: '水曜サロン会',
    back: 3,
    notes: [[2, { note: '無断キャンセルが続いて、すこし疲れています。', mood: 2 }]],
    topics: [{ by: 2, title: '無断キャンセルへの備え', votes: [0, 4], taken: true }],
  },
  {
    group: '水曜サロン会',
    back: 2,
    notes: [
      [4, { note: '求人を出しましたが、応募がまだありません。', problem: '時給の決め方で迷っています。' }],
    ],
    topics: [{ by: 4, title: 'はじめての採用', votes: [1], taken: true }],
  },
  {
    group: '水曜サロン会',
    back: 1,
    notes: [
      [0, { note: '新しい予約の仕組みを入れました。電話が半分になりました。', mood: 4 }],
      [
        3,
        {
          note: '回数券の期限切れが多いことに気づきました。',
          request: 'みなさんの店の決まりを聞きたいです。',
        },
        [[1, 'うちの決まりを紙で持っていきますね。']],
      ],
    ],
    topics: [
      { by: 3, title: '回数券の期限', votes: [0, 2, 5], taken: true },
      { by: 5, title: '夏に向けた新メニュー', priority: 'C' },
    ],
  },
  {
    group: '水曜サロン会',
    back: 0,
    notes: [
      [
        1,
        {
          note: '息子が店に入って半年になりました。任せるのは難しいですね。',
          progress: '土曜の予約は、全部任せてみました。',
          request: '任せ方のこつがあれば教えてください。',
          mood: 4,
          moodVisibility: 'GROUP',
        },
        [[0, '土曜を任せられたのは大きいと思います。会でゆっくり聞かせてください。']],
      ],
      [
        5,
        {
          note: '牛乳とコーヒー豆がまた上がりました。値上げするか、量を変えるかで迷っています。',
          problem: '原価率が4割を超えそうです。',
          mood: 3,
          figures: { salesYen: 842_000, grossProfitYen: 498_000, customers: 611, ownHours: 226 },
          figuresVisibility: 'GROUP',
        },
      ],
      [
        3,
        {
          note: '腰を痛めて、午後の予約を減らしています。進行役さんにだけお伝えします。',
          visibility: 'FACILITATOR',
          mood: 2,
        },
      ],
    ],
    topics: [
      {
        by: 5,
        title: 'コーヒー1杯の値上げ',
        detail: '480円を530円にしたいのですが、常連さんの顔が浮かびます。どう伝えましたか。',
        priority: 'A',
        votes: [0, 1],
      },
      { by: 1, title: '息子への任せ方', votes: [3, 6] },
      { by: 6, title: '教室の生徒さんの続け方', votes: [1] },
      { by: 3, title: '体を守る予約の取り方', priority: 'C' },
    ],
    party: {
      details: '居酒屋 とおる、会のあと21時15分から',
      feeYen: 4_000,
      answers: [
        [0, true],
        [1, true],
        [5, false],
      ],
    },
  },
  {
    group: '商店街の夜会',
    back: 0,
    notes: [[1, { note: '催事の準備が始まりました。人手がもう一人ほしいところです。', mood: 3 }]],
    topics: [{ by: 2, title: '修理の予約が重なる日のこと', votes: [0] }],
  },
];

interface Seat {
  readonly group: { readonly name: string };
  readonly people: readonly Acting[];
}
interface Step {
  readonly at: Instant;
  readonly run: () => Promise<unknown>;
}

/** What people wrote before the last few meetings and for the next one, which ends at a table. */
export function demoCheckInsAndTopics(
  work: Work,
  { group, people }: Seat,
  meetings: readonly { readonly id: MeetingId; readonly starts_at: Instant }[],
  today: Instant,
): Step[] {
  const next = meetings.findIndex((meeting) => meeting.starts_at > today);
  return prepared
    .filter((one) => one.group === group.name && meetings[next - one.back])
    .flatMap(({ back, notes, topics, party }) => {
      const { id: meetingId, starts_at: startsAt } = meetings[next - back]!;
      const end = startsAt < today ? startsAt : today;
      const as = <T>(by: number, act: (tx: TenantTx) => Promise<T>): Promise<T> =>
        work.inTenant(people[by]!, act);
      const plan = async ({ details, feeYen, answers }: NonNullable<Prepared['party']>): Promise<void> => {
        await as(0, (tx) => planAfterParty(tx, { meetingId, details, feeYen, expectedVersion: 0 }));
        for (const [by, coming] of answers) await as(by, (tx) => answerAfterParty(tx, { meetingId, coming }));
      };
      return [
        ...notes.map(([by, note, remarks = []], i) => ({
          at: plus(end, -hours(30 + 7 * i)),
          run: async () => {
            const checkInId = await as(by, (tx) => submitCheckIn(tx, { meetingId, ...note }));
            for (const [from, body] of remarks)
              await as(from, (tx) => makeRemark(tx, { checkInId, topicId: null, body }));
          },
        })),
        ...topics.flatMap(({ by, votes = [], taken, ...topic }, i) => {
          let topicId: TopicId;
          const steps: Step[] = [
            {
              at: plus(end, -days(4) - hours(i)),
              run: async () => {
                topicId = await as(by, (tx) => proposeTopic(tx, { meetingId, ...topic }));
                for (const voter of votes) await as(voter, (tx) => voteForTopic(tx, topicId, true));
              },
            },
          ];
          if (taken)
            steps.push({ at: plus(startsAt, -hours(2)), run: () => as(0, (tx) => takeTopic(tx, topicId)) });
          return steps;
        }),
        ...(party ? [{ at: plus(end, -days(3)), run: () => plan(party) }] : []),
      ];
    });
}
