import { notice, firstLine, san, type Id } from '../../kernel/index.js';
import { beforeMeeting } from '../meeting/notices.js';

/** A member answered the reader's note, or the topic of that title. */
export interface RemarkFacts {
  readonly groupName: string;
  readonly person: string;
  readonly topic: string | null;
  readonly body: string;
}

export const remarkNotices = {
  'meeting.remark': notice<RemarkFacts, { meetingId: Id<'Meeting'>; remarkId: Id<'Remark'> }>({
    rule: beforeMeeting,
    ja: ({ groupName, person, topic, body }) => ({
      title: `${san(person)}から、${topic ? `相談テーマ「${topic}」` : '近況メモ'}にひとことが届きました`,
      body: `${groupName}\n${firstLine(body)}`,
    }),
    en: ({ groupName, person, topic, body }) => ({
      title: `${person} answered your ${topic ? `topic “${topic}”` : 'note'}`,
      body: `${groupName}\n${firstLine(body)}`,
    }),
  }),
};
