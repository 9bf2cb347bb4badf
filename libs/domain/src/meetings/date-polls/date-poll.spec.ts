import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import type { MemberId } from '../../kernel/index.js';
import {
  answeredInFull,
  cancelDatePoll,
  closingTime,
  pollAnswers,
  pollReminderAt,
  takesAnswers,
  tallyOf,
  whomToAskAgain,
  type DatePoll,
  type DatePollId,
  type DatePollOptionId,
  type PollAnswerGiven,
} from './date-poll.js';
import { code, groupId, hanako, today, value } from '../meeting/meetings.factory.js';
import { openDatePoll, type DatePollPlan } from './open-date-poll.js';
import { editDatePoll } from './edit-date-poll.js';
import { answerDatePoll } from './answer-date-poll.js';
import { attendingByVote, settleDatePoll } from './settle-date-poll.js';

const taro = 'taro' as MemberId;
const zone = 'Asia/Tokyo';
const newIds = () => {
  let last = 0;
  return { poll: 'poll' as DatePollId, option: () => `option ${last++}` as DatePollOptionId };
};
const plan: DatePollPlan = {
  groupId,
  title: '新年会の日',
  options: ['2027-01-14T19:00', '2027-01-12', '2027-01-13T18:30'],
  closesOn: '2026-12-10',
};
const opened = (changes: Partial<DatePollPlan> = {}, now = today) =>
  openDatePoll({ ...plan, ...changes }, hanako, zone, newIds(), now);
const poll = (changes: Partial<DatePollPlan> = {}): DatePoll => value(opened(changes)).poll;
const option = (of: DatePoll, i: number): DatePollOptionId => of.options[i]!.id;
const given = (
  optionId: DatePollOptionId,
  answer: PollAnswerGiven['answer'],
  who: string,
): PollAnswerGiven => ({
  memberId: who as MemberId,
  optionId,
  answer,
});

describe('opening a poll', () => {
  it('puts the options in the order of time', () =>
    expect(poll().options.map(({ when }) => when)).toEqual([
      '2027-01-12',
      '2027-01-13T18:30',
      '2027-01-14T19:00',
    ]));
  it('takes an option that is named twice once', () =>
    expect(poll({ options: ['2027-01-12', '2027-01-12', '2027-01-13'] }).options).toHaveLength(2));
  it('takes today as a day, whatever the hour', () =>
    expect(code(opened({ options: ['2026-11-20', '2026-11-21'] }))).toBe('OK'));

  test.each<[string, Partial<DatePollPlan>, string, string]>([
    ['one option', { options: ['2027-01-12'] }, 'options', 'TOO_SHORT'],
    [
      '21 options',
      { options: Array.from({ length: 21 }, (_, i) => `2027-01-${String(i + 1).padStart(2, '0')}`) },
      'options',
      'TOO_MANY',
    ],
    ['yesterday', { options: ['2026-11-19', '2027-01-12'] }, 'options', 'IN_THE_PAST'],
    ['an hour ago', { options: ['2026-11-20T09:00', '2027-01-12'] }, 'options', 'IN_THE_PAST'],
    ['30 February', { options: ['2027-02-30', '2027-01-12'] }, 'options', 'MALFORMED'],
    ['words', { options: ['来週', '2027-01-12'] }, 'options', 'MALFORMED'],
    ['the year after next', { options: ['2028-11-20', '2027-01-12'] }, 'options', 'OUT_OF_RANGE'],
    ['no title', { title: ' ' }, 'title', 'REQUIRED'],
    ['a title of 121 characters', { title: 'あ'.repeat(121) }, 'title', 'TOO_LONG'],
    ['a note of 201 characters', { note: 'あ'.repeat(201) }, 'note', 'TOO_LONG'],
    ['a last day that is over', { closesOn: '2026-11-19' }, 'closesOn', 'IN_THE_PAST'],
    ['a last day that is none', { closesOn: '2026-11-31' }, 'closesOn', 'MALFORMED'],
  ])('with %s is turned down', (_, changes, field, rule) =>
    expect(opened(changes)).toMatchObject({ ok: false, error: { code: 'BAD_USER_INPUT', field, rule } }),
  );
});

describe('the last day to answer', () => {
  it('lasts until midnight where the group lives', () => {
    expect(closingTime(poll())).toEqual(new Date('2026-12-10T15:00:00Z'));
    expect(takesAnswers(poll(), new Date('2026-12-10T14:59:59Z'))).toBe(true);
    expect(takesAnswers(poll(), new Date('2026-12-10T15:00:00Z'))).toBe(false);
  });
  it('is reminded of on the morning of the day before', () =>
    expect(pollReminderAt(poll())).toEqual(new Date('2026-12-09T00:00:00Z')));
  it('need not be', () => {
    expect([closingTime(poll({ closesOn: null })), pollReminderAt(poll({ closesOn: null }))]).toEqual([
      null,
      null,
    ]);
    expect(takesAnswers(poll({ closesOn: null }), new Date('2027-12-10T15:00:00Z'))).toBe(true);
  });
});

describe('answering', () => {
  const open = poll();
  it('takes one tap for one option', () =>
    expect(
      value(answerDatePoll(open, taro, [{ optionId: option(open, 1), answer: 'IF_NEED_BE' }], today)),
    ).toEqual({
      given: [{ memberId: taro, optionId: option(open, 1), answer: 'IF_NEED_BE' }],
      events: [{ name: 'date-poll.answered', ids: { pollId: 'poll', groupId } }],
    }));
  it.each<[string, { optionId: DatePollOptionId; answer: 'YES' }[], string]>([
    ['nothing', [], 'BAD_USER_INPUT'],
    [
      'an option of another poll',
      [{ optionId: 'elsewhere' as DatePollOptionId, answer: 'YES' }],
      'NOT_FOUND',
    ],
    [
      'one option twice',
      [
        { optionId: option(open, 0), answer: 'YES' },
        { optionId: option(open, 0), answer: 'YES' },
      ],
      'BAD_USER_INPUT',
    ],
  ])('to %s is turned down', (_, answers, expected) =>
    expect(code(answerDatePoll(open, taro, answers, today))).toBe(expected),
  );
  it('ends with the last day, with the choice and with the calling off', () => {
    const answers = [{ optionId: option(open, 0), answer: 'YES' as const }];
    expect(code(answerDatePoll(open, taro, answers, new Date('2026-12-11T00:00:00Z')))).toBe('POLL_CLOSED');
    expect(code(answerDatePoll(value(cancelDatePoll(open)).next, taro, answers, today))).toBe('POLL_CLOSED');
  });
});

describe('the count', () => {
  const open = poll();
  const [a, b, c] = open.options.map(({ id }) => id) as [
    DatePollOptionId,
    DatePollOptionId,
    DatePollOptionId,
  ];
  const bestOf = (answers: readonly PollAnswerGiven[]) =>
    tallyOf(open, answers)
      .filter(({ best }) => best)
      .map(({ optionId }) => optionId);

  it('says nothing is best while no member can come', () => {
    expect(bestOf([])).toEqual([]);
    expect(bestOf([given(a, 'NO', 'x')])).toEqual([]);
  });
  it('puts 〇 before △, and △ before ×', () => {
    expect(bestOf([given(a, 'YES', 'x'), given(b, 'IF_NEED_BE', 'x'), given(b, 'IF_NEED_BE', 'y')])).toEqual([
      a,
    ]);
    expect(bestOf([given(a, 'YES', 'x'), given(b, 'YES', 'x'), given(b, 'IF_NEED_BE', 'y')])).toEqual([b]);
    expect(bestOf([given(a, 'YES', 'x'), given(a, 'NO', 'y'), given(b, 'YES', 'x')])).toEqual([b]);
    expect(bestOf([given(c, 'IF_NEED_BE', 'x')])).toEqual([c]);
  });
  it('names all that are equally good', () =>
    expect(bestOf([given(a, 'YES', 'x'), given(c, 'YES', 'x')])).toEqual([a, c]));

  it('counts each answer to an option that is there exactly once, and finds nothing better than the best', () => {
    const answers = fc.array(
      fc.record({
        memberId: fc.constantFrom('v', 'w', 'x', 'y', 'z').map((id) => id as MemberId),
        optionId: fc.constantFrom<DatePollOptionId>(a, b, c, 'gone' as DatePollOptionId),
        answer: fc.constantFrom(...pollAnswers),
      }),
    );
    fc.assert(
      fc.property(answers, (list) => {
        const tally = tallyOf(open, list);
        expect(tally.map(({ yes, ifNeedBe, no }) => yes + ifNeedBe + no)).toEqual(
          open.options.map(({ id }) => list.filter((one) => one.optionId === id).length),
        );
        const most = Math.max(...tally.map(({ yes }) => yes));
        for (const one of tally.filter(({ best }) => best)) expect(one.yes).toBe(most);
        expect(tally.some(({ best }) => best)).toBe(tally.some(({ yes, ifNeedBe }) => yes + ifNeedBe > 0));
      }),
    );
  });
  it('knows who has answered everything', () => {
    const all = [a, b, c].map((id) => given(id, 'NO', 'x'));
    expect([...answeredInFull(open, [...all, given(a, 'YES', 'y')])]).toEqual(['x']);
  });
});

describe('changing a poll', () => {
  const open = poll();
  const edit = (changes: Parameters<typeof editDatePoll>[1], now = today) =>
    editDatePoll(open, changes, () => 'new' as DatePollOptionId, now);
  it('keeps the options that stay, so that their answers stay', () => {
    const { next } = value(edit({ options: ['2027-01-12', '2027-01-20'] }));
    expect(next.options).toEqual([
      { id: option(open, 0), when: '2027-01-12' },
      { id: 'new', when: '2027-01-20' },
    ]);
  });
  it('keeps options that have passed meanwhile, and takes none on', () => {
    const later = new Date('2027-01-12T15:00:00Z');
    expect(code(edit({ title: '別の名前', closesOn: null }, later))).toBe('OK');
    expect(code(edit({ options: ['2027-01-12', '2027-01-11', '2027-01-20'] }, later))).toBe('BAD_USER_INPUT');
  });
  it('opens it again by a later last day', () =>
    expect(takesAnswers(value(edit({ closesOn: '2026-12-20' })).next, new Date('2026-12-15T00:00:00Z'))).toBe(
      true,
    ));
  it('is over once it is called off', () =>
    expect(
      code(editDatePoll(value(cancelDatePoll(open)).next, {}, () => 'new' as DatePollOptionId, today)),
    ).toBe('POLL_CLOSED'));
});

describe('choosing', () => {
  const open = poll();
  it('asks for a time where the option is a day', () => {
    expect(settleDatePoll(open, option(open, 0), null)).toMatchObject({
      error: { field: 'time', rule: 'REQUIRED' },
    });
    expect(settleDatePoll(open, option(open, 0), '25:00')).toMatchObject({ error: { rule: 'MALFORMED' } });
    expect(value(settleDatePoll(open, option(open, 0), '18:00')).startsAtLocal).toBe('2027-01-12T18:00');
  });
  it('takes the time of the option otherwise', () =>
    expect(value(settleDatePoll(open, option(open, 1), '07:00')).startsAtLocal).toBe('2027-01-13T18:30'));
  it('happens once', () => {
    const { next } = value(settleDatePoll(open, option(open, 1), null)).settled('meeting' as never);
    expect(next).toMatchObject({ status: 'SETTLED', chosenOptionId: option(open, 1), meetingId: 'meeting' });
    expect(code(settleDatePoll(next, option(open, 2), null))).toBe('POLL_CLOSED');
    expect(code(cancelDatePoll(next))).toBe('POLL_CLOSED');
  });
  it('knows only options of its own', () =>
    expect(code(settleDatePoll(open, 'elsewhere' as DatePollOptionId, null))).toBe('NOT_FOUND'));
});

describe('a day that is added', () => {
  const names = (edit: Parameters<typeof editDatePoll>[1]): string[] =>
    value(editDatePoll(poll(), edit, () => 'new' as DatePollOptionId, today)).events.map(({ name }) => name);
  test.each([
    [['date-poll.edited'], { title: '別の名前' }],
    [['date-poll.edited'], { options: plan.options.slice(1) }],
    [['date-poll.edited', 'date-poll.day-added'], { options: [...plan.options, '2027-01-20'] }],
    [['date-poll.edited', 'date-poll.day-added'], { options: ['2027-01-12', '2027-01-20'] }],
  ])('%j after %j', (expected, edit) => expect(names(edit)).toEqual(expected));
  it('is for those who had answered and have not answered it', () => {
    const of = poll();
    const some = [given(option(of, 0), 'YES', 'hanako')];
    const all = of.options.map(({ id }) => given(id, 'NO', 'taro'));
    expect(whomToAskAgain(of, [...some, ...all])).toEqual(['hanako']);
  });
});

it('〇 for the day that is settled attends; △, × and other days do not', () => {
  const of = poll();
  const answers = [
    given(option(of, 0), 'YES', 'hanako'),
    given(option(of, 0), 'IF_NEED_BE', 'taro'),
    given(option(of, 0), 'NO', 'jiro'),
    given(option(of, 1), 'YES', 'saburo'),
  ];
  expect(attendingByVote(option(of, 0), answers)).toEqual(['hanako']);
});
