import { notice, type NoFacts, type Id } from '../../kernel/index.js';
import { ofMeeting } from '../meeting/notices.js';

export const calendarNotices = {
  'meeting.uninvited': notice<
    NoFacts,
    { seriesId: Id<'MeetingSeries'>; groupId: Id<'Group'>; memberId: Id<'Member'> }
  >({
    rule: { ...ofMeeting({ neverWithContent: true, afterLeaving: true }), path: () => '/calendar' },
    ja: () => ({
      title: 'これからの会の予定を、カレンダーから外します',
      body: 'グループを離れたため、会のお知らせは届かなくなります。カレンダーを整えるメールをお送りしました。',
    }),
    en: () => ({
      title: 'The meetings to come leave your calendar',
      body: 'You are no longer in the group, so you hear no more of its meetings. A mail tidies your calendar.',
    }),
  }),
};
