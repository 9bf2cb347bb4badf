import { minutes, plus, type GroupId, type Instant, type MeetingId } from '@yoriai/domain/kernel';
import { isOpenCommitment } from '@yoriai/domain/meetings';
import { closeMeeting } from '../meetings/minutes/close-meeting.js';
import { enterMeeting } from '../meetings/minutes/enter-meeting.js';
import { makeCommitment } from '../meetings/commitments/make-commitment.js';
import { markAttendance } from '../meetings/attendance/mark-attendance.js';
import { markSpeaker } from '../meetings/console/mark-speaker.js';
import { rsvpsOfMeeting } from '../meetings/meeting/meetings.loader.js';
import { runMeeting } from '../meetings/console/run-meeting.js';
import { settleCommitment } from '../meetings/commitments/settle-commitment.js';
import { startMeeting } from '../meetings/console/start-meeting.js';
import type { Acting } from '../platform/auth/viewer.js';
import { found } from '../platform/errors/must.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';
import type { Work } from '../platform/work/work.js';
import { commitmentsOfMeeting } from '../meetings/commitments/commitments.loader.js';

interface Step {
  readonly at: Instant;
  readonly run: () => Promise<unknown>;
}
interface Seat {
  readonly id: GroupId;
  readonly people: readonly Acting[];
}
interface Held {
  readonly id: MeetingId;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

const decisions = [
  '次回は、それぞれの値段表を持ち寄る',
  'お店の見学を、月に一度ずつ順番に受け入れる',
  '困ったときの連絡は、まず寄り合いに書く',
  '会場は、次回も同じ部屋を借りる',
  '年末の繁忙期は、近況メモだけでもよいことにする',
  '初めての人には、最初の10分で自己紹介をしてもらう',
] as const;
const statements = [
  '見積もりのひな形を一枚つくる',
  '常連さん三人に、値上げの話をしてみる',
  '金曜の夜は店を休んで、家族と過ごす',
  '帳簿の入力を、週に一度にまとめる',
  '新しい仕入れ先に、一度電話してみる',
  '求人の貼り紙を書き直す',
] as const;

/**
 * The meetings of the past half year: most were run on paper and entered the same evening; the last one of each group was run from the
 * facilitator's phone.
 */
export async function demoMeetings(work: Work, leader: Acting, seat: Seat, today: Instant): Promise<Step[]> {
  const held = await work.inTenant(leader, (tx) =>
    tx.sql(
      'demo.held',
      `select id, starts_at as "startsAt", ends_at as "endsAt" from meeting
       where tenant_id = $1 and group_id = $2 and ends_at < $3 and status = 'SCHEDULED' order by starts_at`,
      [tx.tenantId, seat.id, plus(today, -minutes(120))],
    ),
  );
  return held.flatMap((meeting, nth) =>
    nth === held.length - 1
      ? fromThePhone(work, leader, seat, meeting)
      : [{ at: plus(meeting.endsAt, minutes(40)), run: () => onPaper(work, leader, seat, meeting, nth) }],
  );
}

/** Those who had said that they would come, and the leaders. */
async function present(tx: TenantTx, leader: Acting, { id }: Held) {
  const rsvps = (await rsvpsOfMeeting.batch(tx, [id])).get(id) ?? [];
  return rsvps
    .filter(({ answer, memberId }) => answer === 'YES' || answer === 'ONLINE' || memberId === leader.memberId)
    .map(({ memberId, answer, note }) => ({
      memberId,
      presence: answer === 'ONLINE' ? ('ONLINE' as const) : ('PRESENT' as const),
      late: note === 'LATE',
    }));
}

/** Most of what was meant to be done was done. */
async function lookBack(tx: TenantTx, { id }: Held, nth: number): Promise<void> {
  const open = ((await commitmentsOfMeeting.batch(tx, [id])).get(id) ?? []).filter(isOpenCommitment);
  for (const [i, { id: commitmentId }] of open.entries())
    await settleCommitment(tx, { commitmentId, status: (nth + i) % 3 === 2 ? 'PARTLY' : 'KEPT' });
}

const onPaper = (work: Work, leader: Acting, seat: Seat, meeting: Held, nth: number): Promise<unknown> =>
  work.inTenant(leader, async (tx) => {
    await lookBack(tx, meeting, nth);
    return enterMeeting(tx, {
      meetingId: meeting.id,
      present: await present(tx, leader, meeting),
      decisions: [decisions[nth % decisions.length]!],
      commitments: seat.people.slice(1, 3).map(({ memberId }, i) => ({
        ownerId: memberId,
        statement: statements[(nth * 2 + i) % statements.length]!,
      })),
    });
  });

function fromThePhone(work: Work, leader: Acting, seat: Seat, meeting: Held): Step[] {
  const meetingId = meeting.id;
  const at = (minute: number, run: (tx: TenantTx) => Promise<unknown>): Step => ({
    at: plus(meeting.startsAt, minutes(minute)),
    run: () => work.inTenant(leader, run),
  });
  const next = (tx: TenantTx) => runMeeting(tx, { meetingId, act: 'NEXT' });
  /** The nth of those who are there has the word. */
  const speaks = (nth: number) => async (tx: TenantTx) => {
    const people = await present(tx, leader, meeting);
    return markSpeaker(tx, { meetingId, memberId: found(people[nth % people.length]).memberId });
  };
  return [
    at(1, async (tx) => {
      await startMeeting(tx, { meetingId });
      for (const one of await present(tx, leader, meeting)) await markAttendance(tx, { meetingId, ...one });
    }),
    at(6, next),
    ...[7, 10, 13].map((minute, nth) => at(minute, speaks(nth))),
    at(16, next),
    at(20, speaks(1)),
    at(23, (tx) => lookBack(tx, meeting, 1)),
    at(24, next),
    ...[25, 32, 38, 44].map((minute, nth) => at(minute, speaks(nth))),
    at(52, next),
    at(94, async (tx) => {
      for (const [i, { memberId }] of seat.people.slice(1, 4).entries())
        await makeCommitment(tx, { meetingId, ownerId: memberId, statement: statements[i]! });
    }),
    at(100, (tx) => closeMeeting(tx, { meetingId, decisions: [decisions[1]] })),
  ];
}
