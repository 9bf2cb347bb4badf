import { dateAt, days, plus, type GroupId, type Instant } from '@yoriai/domain/kernel';
import type { DatePollId } from '@yoriai/domain/meetings';
import { datePollById } from '../meetings/date-polls/date-polls.loader.js';
import type { Acting } from '../platform/auth/viewer.js';
import { found } from '../platform/errors/must.js';
import type { Work } from '../platform/work/work.js';
import { createAgendaTemplate } from '../meetings/agendas/create-agenda-template.js';
import { openDatePoll } from '../meetings/date-polls/open-date-poll.js';
import { answerDatePoll } from '../meetings/date-polls/answer-date-poll.js';

interface Seat {
  readonly id: GroupId;
  readonly people: readonly Acting[];
}
interface Step {
  readonly at: Instant;
  readonly run: () => Promise<unknown>;
}

const zone = 'Asia/Tokyo';
/** Per person, option by option; a missing one has not answered yet. */
const answers = [
  ['YES', 'IF_NEED_BE', 'NO'],
  ['YES', 'YES', 'NO'],
  null,
  ['IF_NEED_BE', 'YES', 'YES'],
  ['YES', 'NO', 'IF_NEED_BE'],
] as const;

/** A year-end party that looks for its day, and an agenda that the group has made its own. */
export function demoPollsAndAgendas(
  work: Work,
  { id: groupId, people }: Seat,
  ago: (n: number) => Instant,
): Step[] {
  const leader = people[0]!;
  let pollId!: DatePollId;
  const day = (n: number): string => dateAt(plus(ago(0), days(n)), zone);
  return [
    {
      at: ago(20),
      run: () =>
        work.inTenant(leader, (tx) =>
          createAgendaTemplate(tx, {
            groupId,
            name: '見学のある会',
            steps: [
              { key: 'welcome', minutes: 5, perPerson: false, speakerRule: 'ALL', allowed: [] },
              {
                name: 'お店の見学',
                minutes: 40,
                perPerson: false,
                speakerRule: 'PRESENTER',
                allowed: ['FACTS'],
              },
              { name: '感想と質問', minutes: 4, perPerson: true, speakerRule: 'ALL', allowed: ['QUESTIONS'] },
              { key: 'close', minutes: 5, perPerson: false, speakerRule: 'ALL', allowed: [] },
            ],
          }),
        ),
    },
    {
      at: ago(4),
      run: async () => {
        pollId = await work.inTenant(leader, (tx) =>
          openDatePoll(tx, {
            groupId,
            title: '年に一度の食事会',
            note: '駅の近くで、二時間ほどを考えています。',
            options: [`${day(21)}T18:30`, `${day(24)}T18:30`, `${day(28)}T12:00`],
            closesOn: day(5),
          }),
        );
      },
    },
    ...answers.flatMap((given, i): Step[] => {
      const who = people[i];
      if (!given || !who) return [];
      return [
        {
          at: plus(ago(3), i * 3_600_000),
          run: () =>
            work.inTenant(who, async (tx) => {
              const poll = found((await datePollById.batch(tx, [pollId])).get(pollId));
              await answerDatePoll(tx, {
                pollId,
                answers: poll.options.map(({ id: optionId }, at) => ({ optionId, answer: given[at]! })),
              });
            }),
        },
      ];
    }),
  ];
}
