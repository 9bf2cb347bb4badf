import { hours, plus, type GroupId, type Instant } from '@yoriai/domain/kernel';
import type { Acting } from '../platform/auth/viewer.js';
import type { Work } from '../platform/work/work.js';
import { postSupportRequest } from '../support/requests/post-support-request.js';
import { changeHelpAvailability } from '../support/nudges/change-help-availability.js';

interface Seat {
  readonly group: { readonly name: string };
  readonly id: GroupId;
  readonly people: readonly Acting[];
}

/** A member waits for a first answer: three have been asked, the facilitator knows, and one has their hands full. */
export function demoNudges(work: Work, seat: Seat, ago: (days: number) => Instant) {
  if (seat.group.name !== '水曜サロン会') return [];
  return [
    {
      at: ago(6),
      run: () => work.inTenant(seat.people[5]!, (tx) => changeHelpAvailability(tx, { fullThisMonth: true })),
    },
    {
      at: plus(ago(4), hours(2)),
      run: () =>
        work.inTenant(seat.people[2]!, (tx) =>
          postSupportRequest(tx, {
            groupId: seat.id,
            type: 'INFORMATIONAL',
            wanted: 'EXPERIENCE',
            urgency: 'NORMAL',
            title: '予約サイトを変えるとき、何に気をつけましたか',
            body: '手数料が上がるので、来年から予約サイトを変えようと思います。お客様への案内や、口コミの引っ越しで困ったことがあれば知りたいです。',
            audience: 'GROUP',
            chosenMemberIds: [],
            anonymous: false,
            acceptsPaid: false,
            includeNewcomers: false,
          }),
        ),
    },
  ];
}
