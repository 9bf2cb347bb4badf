import {
  notice,
  type NoticeRule,
  type PlainDate,
  publicId,
  type Id,
  type NoticeFlags,
} from '../../kernel/index.js';

export interface DatePollFacts {
  readonly groupName: string;
  readonly title: string;
  /** The last day to answer. */
  readonly closesOn: PlainDate | null;
}

const ofPoll = (flags?: Partial<NoticeFlags>): NoticeRule<{ pollId: Id<'DatePoll'> }> => ({
  screen: true,
  mail: true,
  quiet: true,
  mutable: true,
  neverWithContent: false,
  duringLeave: false,
  path: ({ pollId }) => `/polls/${publicId('DatePoll', pollId)}`,
  ...flags,
});

const monthDayJa = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

const monthDayEn = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(day));

export const datePollNotices = {
  'date-poll.opened': notice<DatePollFacts, { pollId: Id<'DatePoll'>; groupId: Id<'Group'> }>({
    rule: ofPoll(),
    ja: ({ groupName, title, closesOn }) => ({
      title: `「${title}」の日程調整が始まりました`,
      body: `${groupName}\n来られる日をお知らせください。${closesOn ? `${monthDayJa(closesOn)}まで受け付けています。` : ''}`,
    }),
    en: ({ groupName, title, closesOn }) => ({
      title: `When would “${title}” suit you?`,
      body: `${groupName}\nPlease mark the dates you can make${closesOn ? ` by ${monthDayEn(closesOn)}` : ''}.`,
    }),
  }),
  'date-poll.day-added': notice<DatePollFacts, { pollId: Id<'DatePoll'>; groupId: Id<'Group'> }>({
    rule: ofPoll(),
    ja: ({ groupName, title, closesOn }) => ({
      title: `「${title}」の日程調整に、候補の日が加わりました`,
      body: `${groupName}\n加わった日の都合もお知らせください。${closesOn ? `${monthDayJa(closesOn)}まで受け付けています。` : ''}`,
    }),
    en: ({ groupName, title, closesOn }) => ({
      title: `“${title}” has another date to choose from`,
      body: `${groupName}\nPlease say whether the new date suits you${closesOn ? ` by ${monthDayEn(closesOn)}` : ''}.`,
    }),
  }),
  'date-poll.closing': notice<DatePollFacts, { pollId: Id<'DatePoll'>; groupId: Id<'Group'> }>({
    rule: ofPoll(),
    ja: ({ groupName, title, closesOn }) => ({
      title: `「${title}」の日程調整に、ご都合をお聞かせください`,
      body: `${groupName}\n${closesOn ? `${monthDayJa(closesOn)}まで受け付けています。` : ''}1分ほどで答えられます。`,
    }),
    en: ({ groupName, title, closesOn }) => ({
      title: `There is still time to say when “${title}” suits you`,
      body: `${groupName}\n${closesOn ? `Answers are welcome until ${monthDayEn(closesOn)}. ` : ''}It takes about a minute.`,
    }),
  }),
  'date-poll.ready': notice<DatePollFacts, { pollId: Id<'DatePoll'>; groupId: Id<'Group'> }>({
    rule: ofPoll(),
    ja: ({ groupName, title }) => ({
      title: `「${title}」の日を決められます`,
      body: `${groupName}\n答えを見て、開く日を選んでください。`,
    }),
    en: ({ groupName, title }) => ({
      title: `You can set the date of “${title}”`,
      body: `${groupName}\nThe answers are in.`,
    }),
  }),
  'date-poll.called-off': notice<DatePollFacts, { pollId: Id<'DatePoll'>; groupId: Id<'Group'> }>({
    rule: ofPoll({ mail: false }),
    ja: ({ groupName, title }) => ({
      title: `「${title}」の日程調整は取りやめになりました`,
      body: groupName,
    }),
    en: ({ groupName, title }) => ({
      title: `The date poll for “${title}” has been called off`,
      body: groupName,
    }),
  }),
};
