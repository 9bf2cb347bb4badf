import { notice, type Id } from '../../kernel/index.js';
import { type MeetingFacts, ofMeeting, whenAndWhere } from '../meeting/notices.js';
import type { MeetingRole } from './meeting-roles.js';

/** A role that a member is asked to take at a meeting, or one that is still free. */
export interface MeetingRoleFacts extends MeetingFacts {
  readonly roles: readonly MeetingRole[];
}

const roleJa = { HOST: '司会', TIMEKEEPER: '時計係', HOT_SEAT: '今月の相談者' } as const;
const rolesJa = (facts: MeetingRoleFacts): string => facts.roles.map((role) => roleJa[role]).join('・');

const roleEn = { HOST: 'host', TIMEKEEPER: 'timekeeper', HOT_SEAT: 'hot seat' } as const;
const rolesEn = (facts: MeetingRoleFacts): string => facts.roles.map((role) => roleEn[role]).join(', ');

export const meetingRoleNotices = {
  'meeting.role': notice<MeetingRoleFacts, { meetingId: Id<'Meeting'>; groupId: Id<'Group'> }>({
    rule: ofMeeting({ quiet: true, mutable: true }),
    ja: (facts) => ({
      title: `「${facts.title}」で${rolesJa(facts)}をお願いします`,
      body: `${facts.groupName}\n${whenAndWhere(facts, 'ja')}\n都合が悪いときは、代わってもらえます。`,
    }),
    en: (facts) => ({
      title: `Your part in “${facts.title}”: ${rolesEn(facts)}`,
      body: `${facts.groupName}\n${whenAndWhere(facts, 'en')}\nIf it does not suit you, somebody else can step in.`,
    }),
  }),
  'meeting.role-free': notice<MeetingRoleFacts, { meetingId: Id<'Meeting'>; groupId: Id<'Group'> }>({
    rule: ofMeeting({ quiet: true, mutable: true }),
    ja: (facts) => ({
      title: `「${facts.title}」の${rolesJa(facts)}が決まっていません`,
      body: `${facts.groupName}\n${whenAndWhere(facts, 'ja')}\n引き受けてくださる方に声をかけてください。`,
    }),
    en: (facts) => ({
      title: `Still open for “${facts.title}”: ${rolesEn(facts)}`,
      body: `${facts.groupName}\n${whenAndWhere(facts, 'en')}\nPlease ask around.`,
    }),
  }),
};
