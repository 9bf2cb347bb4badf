import { notice, plainDayText, type Id } from '../../kernel/index.js';
import { ofMeeting } from '../meeting/notices.js';

/** About something that the reader means to do. */
export interface CommitmentFacts {
  readonly groupName: string;
  readonly statement: string;
  /** `YYYY-MM-DD` */
  readonly dueOn: string;
}

export const commitmentNotices = {
  'commitment.made': notice<CommitmentFacts, { meetingId: Id<'Meeting'>; commitmentId: Id<'Commitment'> }>({
    rule: ofMeeting({ quiet: true, mutable: true }),
    ja: ({ groupName, statement, dueOn }) => ({
      title: '「次までにやること」が書きとめられました',
      body: `${groupName}\n${statement}(${plainDayText(dueOn, 'ja')}まで)\n違っていたら、進行役にお知らせください。`,
    }),
    en: ({ groupName, statement, dueOn }) => ({
      title: 'A next step was noted for you',
      body: `${groupName}\n${statement} (by ${plainDayText(dueOn, 'en')})\nIf it is not right, tell your facilitator.`,
    }),
  }),
  'commitment.due': notice<CommitmentFacts, { meetingId: Id<'Meeting'>; commitmentId: Id<'Commitment'> }>({
    rule: ofMeeting({ quiet: true, mutable: true, duringLeave: false }),
    ja: ({ groupName, statement, dueOn }) => ({
      title: `あすまでの「次までにやること」があります`,
      body: `${groupName}\n${statement}(${plainDayText(dueOn, 'ja')}まで)\n間に合わないときは、来月に回せます。`,
    }),
    en: ({ groupName, statement, dueOn }) => ({
      title: 'One of your next steps is due tomorrow',
      body: `${groupName}\n${statement} (by ${plainDayText(dueOn, 'en')})\nIf you can’t make it, you can move it to next month.`,
    }),
  }),
};
