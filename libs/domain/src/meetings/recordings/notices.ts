import { notice, type Id } from '../../kernel/index.js';
import { type MeetingFacts, ofMeeting } from '../meeting/notices.js';

export const recordingNotices = {
  'meeting.recording-gone': notice<MeetingFacts, { meetingId: Id<'Meeting'> }>({
    rule: ofMeeting(),
    ja: (facts) => ({
      title: `「${facts.title}」の録画を消してください`,
      body: `${facts.groupName}\nここに置いたリンクは、もう見られなくなりました。録画そのものは、保存した場所で消してください。`,
    }),
    en: (facts) => ({
      title: `Please delete the recording of “${facts.title}”`,
      body: `${facts.groupName}\nThe link you set here is gone. Please delete the recording itself where you keep it.`,
    }),
  }),
};
