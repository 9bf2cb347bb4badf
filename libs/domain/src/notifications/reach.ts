import { days, hours, type Rate } from '../kernel/index.js';

/**
 * How far an act reaches: POST goes to a whole group or organisation; PLAN moves what a whole group has in its calendars; ANSWER
 * is heard by one person or a few; PEOPLE brings mail to a member, or changes who belongs; ROSTER does so for hundreds at once.
 */
export type Reach = 'POST' | 'PLAN' | 'ANSWER' | 'PEOPLE' | 'ROSTER';

/** How much one member may send in one organisation: far more than a person does, far less than a script does in a minute. */
export const reachLimits: Readonly<Record<Reach, { readonly hour: Rate; readonly day: Rate }>> = {
  POST: upTo(20, 60),
  PLAN: upTo(40, 150),
  ANSWER: upTo(90, 400),
  PEOPLE: upTo(120, 500),
  ROSTER: upTo(20, 60),
};
function upTo(anHour: number, aDay: number): { hour: Rate; day: Rate } {
  return { hour: { times: anHour, within: hours(1) }, day: { times: aDay, within: days(1) } };
}

/** Mutations of members by name; null for those of which no one is told, or whose work a meeting must not wait for. */
export const reachOfActs: Readonly<Record<string, Reach | null>> = {
  amendCharter: 'POST',
  openStrengths: 'POST',
  postGoodNews: 'POST',
  postSupportRequest: 'POST',

  callOffAfterParty: 'PLAN',
  cancelDatePoll: 'PLAN',
  cancelMeeting: 'PLAN',
  closeMeeting: 'PLAN',
  correctMinutes: 'PLAN',
  editDatePoll: 'PLAN',
  editMeeting: 'PLAN',
  editSeries: 'PLAN',
  linkRecording: 'PLAN',
  openDatePoll: 'PLAN',
  planAfterParty: 'PLAN',
  reopenMeeting: 'PLAN',
  rescheduleMeeting: 'PLAN',
  scheduleMeetings: 'PLAN',
  settleDatePoll: 'PLAN',
  startMeeting: 'PLAN',
  updateGroup: 'PLAN',

  acceptProposal: 'PEOPLE',
  addGroupMember: 'PEOPLE',
  createGroup: 'PEOPLE',
  createJoinLink: 'PEOPLE',
  inviteMember: 'PEOPLE',
  raiseConcern: 'PEOPLE',
  removeGroupMember: 'PEOPLE',
  resendInvitation: 'PEOPLE',
  setGroupRole: 'PEOPLE',
  updateMember: 'PEOPLE',
  importRoster: 'ROSTER',

  // A meeting at work: all screens follow, and no one is mailed.
  answerClosingRound: null,
  answerRecording: null,
  enterMeeting: null,
  markAttendance: null,
  markSpeaker: null,
  runMeeting: null,
  voteForTopic: null,
  takeTopic: null,
  releaseTopic: null,
  recordDecision: null,
  withdrawDecision: null,
  // Stands on a page for those who look there.
  answerAfterParty: null,
  bringTopicBack: null,
  createAgendaTemplate: null,
  createProgramme: null,
  editAgenda: null,
  editAgendaTemplate: null,
  editCommitment: null,
  editGoodNews: null,
  editSupportRequest: null,
  editTopic: null,
  keepSupportRequestOpen: null,
  leaveGroup: null,
  proposeTopic: null,
  putFlagAside: null,
  removeAgendaTemplate: null,
  removeStrength: null,
  revokeInvitation: null,
  revokeJoinLink: null,
  rsvpToMeeting: null,
  settleCommitment: null,
  signCharter: null,
  submitCheckIn: null,
  withdrawCheckIn: null,
  withdrawGoodNews: null,
  withdrawGoodNewsComment: null,
  withdrawOffer: null,
  withdrawPrivateNote: null,
  withdrawProposal: null,
  withdrawRemark: null,
  withdrawSupportRequest: null,
  withdrawTopic: null,
  // One's own things.
  changeHelpAvailability: null,
  createCalendarFeed: null,
  markAllNotificationsRead: null,
  markNotificationsRead: null,
  muteMember: null,
  muteRequest: null,
  noteHardTime: null,
  revokeCalendarFeed: null,
  unmuteMember: null,
  unmuteRequest: null,
  updateProfile: null,
  updateSettings: null,
  writeStrengths: null,
};

/** What is not named here is heard by a few. */
export const reachOf = (mutation: string): Reach | null =>
  Object.hasOwn(reachOfActs, mutation) ? reachOfActs[mutation]! : 'ANSWER';

/** Sent too often for now: after so many seconds the same goes through. */
export interface TooManyActs {
  readonly code: 'TOO_MANY_ACTS';
  readonly retryAfterSeconds: number;
}
