import { firstLine } from './first-line.js';
import { nudgeReasonText } from '../support/index.js';
import type { MeetingFacts, MeetingRoleFacts, NoticeWords, SupportFacts } from './notice-facts.js';
import { dayText, plainDayText, spanText } from './when-text.js';

const whenAndWhere = ({ startsAt, endsAt, timeZone, place, url }: MeetingFacts): string =>
  [spanText(startsAt, endsAt, timeZone, 'en'), place ?? (url === null ? null : 'online')]
    .filter(Boolean)
    .join(', ');
const who = ({ person }: SupportFacts, unnamed = 'The person who asked'): string => person ?? unnamed;
const types = {
  INFORMATIONAL: 'Looking for information',
  INSTRUMENTAL: 'Looking for a helping hand',
  EMOTIONAL: 'Looking for someone to listen',
  APPRAISAL: 'Looking for a frank opinion',
} as const;

const placeWords = {
  ...{ MEMBER: 'a member', FACILITATOR: 'facilitator' },
  ...{ DEPUTY: 'deputy facilitator', OUTSIDE: 'outside facilitator' },
} as const;
const roles = { HOST: 'host', TIMEKEEPER: 'timekeeper', HOT_SEAT: 'hot seat' } as const;
const rolesText = (facts: MeetingRoleFacts): string => facts.roles.map((role) => roles[role]).join(', ');
const monthDay = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(day));

export const englishWords: NoticeWords = {
  'meeting.invite': (facts) => ({
    title: `“${facts.title}” is on the calendar`,
    body: `${facts.groupName}\n${whenAndWhere(facts)}\nPlease say whether you can come.`,
  }),
  'meeting.moved': (facts) => ({
    title: `“${facts.title}” has a new time`,
    body: `${facts.groupName}\nNow ${whenAndWhere(facts)}`,
  }),
  'meeting.place-changed': (facts) => ({
    title: `“${facts.title}” has a new place`,
    body: `${facts.groupName}\n${whenAndWhere(facts)}`,
  }),
  'meeting.cancelled': (facts) => ({
    title: `“${facts.title}” is cancelled`,
    body: `${facts.groupName}\n${whenAndWhere(facts)}${facts.reason ? `\nReason: ${facts.reason}` : ''}`,
  }),
  'meeting.uninvited': () => ({
    title: 'The meetings to come leave your calendar',
    body: 'You are no longer in the group, so you hear no more of its meetings. A mail tidies your calendar.',
  }),
  'meeting.reminder.7d': (facts) => ({
    title: `One week before “${facts.title}”`,
    body: `${facts.groupName}\n${whenAndWhere(facts)}\nIf your plans have changed, please say so.`,
  }),
  'meeting.reminder.24h': (facts) => ({
    title: `One day before “${facts.title}”`,
    body: `${facts.groupName}\n${whenAndWhere(facts)}`,
  }),
  'meeting.reminder.1h': (facts) => ({
    title: `One hour before “${facts.title}”`,
    body: `${facts.groupName}\n${whenAndWhere(facts)}`,
  }),
  'meeting.handed-over': (facts) => ({
    title: `You were asked to run “${facts.title}”`,
    body: `${facts.groupName}\n${whenAndWhere(facts)}\nThe console shows step by step what comes next.`,
  }),
  'meeting.recording-gone': (facts) => ({
    title: `Please delete the recording of “${facts.title}”`,
    body: `${facts.groupName}\nThe link you set here is gone. Please delete the recording itself where you keep it.`,
  }),
  'meeting.rsvp-nudge': (facts) => ({
    title: `Can you come to “${facts.title}”?`,
    body: `${facts.groupName}\n${whenAndWhere(facts)}\nIf not, a note is a way to take part.`,
  }),
  'meeting.check-in-nudge': (facts) => ({
    title: `A note before “${facts.title}”?`,
    body: `${facts.groupName}\n${whenAndWhere(facts)}\nA line is enough.`,
  }),
  'meeting.summary': ({ groupName, title }) => ({
    title: `The summary of “${title}” is ready`,
    body: `${groupName}\nSee what was decided and what people will do next.`,
  }),
  'meeting.one-year-later': ({ groupName, title }) => ({
    title: 'A year ago today',
    body: `${groupName}: “${title}”\nWould you like to open up again what you spoke about a year ago? Only you can see this.`,
  }),
  'commitment.made': ({ groupName, statement, dueOn }) => ({
    title: 'A next step was noted for you',
    body: `${groupName}\n${statement} (by ${plainDayText(dueOn, 'en')})\nIf it is not right, tell your facilitator.`,
  }),
  'commitment.due': ({ groupName, statement, dueOn }) => ({
    title: 'One of your next steps is due tomorrow',
    body: `${groupName}\n${statement} (by ${plainDayText(dueOn, 'en')})\nIf you can’t make it, you can move it to next month.`,
  }),
  'meeting.remark': ({ groupName, person, topic, body }) => ({
    title: `${person} answered your ${topic ? `topic “${topic}”` : 'note'}`,
    body: `${groupName}\n${firstLine(body)}`,
  }),
  'meeting.role': (facts) => ({
    title: `Your part in “${facts.title}”: ${rolesText(facts)}`,
    body: `${facts.groupName}\n${whenAndWhere(facts)}\nIf it does not suit you, somebody else can step in.`,
  }),
  'meeting.role-free': (facts) => ({
    title: `Still open for “${facts.title}”: ${rolesText(facts)}`,
    body: `${facts.groupName}\n${whenAndWhere(facts)}\nPlease ask around.`,
  }),
  'date-poll.opened': ({ groupName, title, closesOn }) => ({
    title: `When would “${title}” suit you?`,
    body: `${groupName}\nPlease mark the dates you can make${closesOn ? ` by ${monthDay(closesOn)}` : ''}.`,
  }),
  'date-poll.day-added': ({ groupName, title, closesOn }) => ({
    title: `“${title}” has another date to choose from`,
    body: `${groupName}\nPlease say whether the new date suits you${closesOn ? ` by ${monthDay(closesOn)}` : ''}.`,
  }),
  'date-poll.closing': ({ groupName, title, closesOn }) => ({
    title: `There is still time to say when “${title}” suits you`,
    body: `${groupName}\n${closesOn ? `Answers are welcome until ${monthDay(closesOn)}. ` : ''}It takes about a minute.`,
  }),
  'date-poll.ready': ({ groupName, title }) => ({
    title: `You can set the date of “${title}”`,
    body: `${groupName}\nThe answers are in.`,
  }),
  'date-poll.called-off': ({ groupName, title }) => ({
    title: `The date poll for “${title}” has been called off`,
    body: groupName,
  }),
  'group.joined': ({ groupName }) => ({
    title: `You have joined ${groupName}`,
    body: 'Welcome. Have a look at the group’s promises and the next meeting.',
  }),
  'group.member-joined': ({ groupName, memberName }) => ({
    title: `${memberName} has joined`,
    body: `A new member of ${groupName}.`,
  }),
  'group.invitation-accepted': ({ groupName, memberName }) => ({
    title: `${memberName} has taken up the invitation to ${groupName}`,
    body: 'What you write from now on reaches them too; what was written before does not.',
  }),
  'group.role-set': ({ groupName, memberName, place }) => ({
    title: `${memberName} has another role in ${groupName}`,
    body:
      place === 'MEMBER'
        ? 'They no longer facilitate. What you address to the facilitators does not reach them any more.'
        : `They are now ${placeWords[place]}. What you address to the facilitators from now on reaches them too; what was written before does not.`,
  }),
  'group.member-proposed': ({ groupName, memberName, what, place, proposedBy, decidesAt, timeZone }) => ({
    title:
      what === 'ROLE'
        ? `${memberName} may become ${placeWords[place]} of ${groupName}`
        : `${memberName} may join ${groupName}`,
    body: [
      ...(what === 'READDRESSED'
        ? ['Their invitation, not taken up yet, now goes to another address, so you are asked again. ']
        : []),
      `Proposed by ${proposedBy}. If something worries you, tell the facilitator by ${dayText(decidesAt, timeZone, 'en')}.`,
    ].join(''),
  }),
  'group.concern-raised': ({ groupName, memberName }) => ({
    title: `Someone has a concern about what is proposed for ${memberName}`,
    body: `Only the facilitators of ${groupName} are told.`,
  }),
  'group.concern-unheard': ({ groupName, memberName }) => ({
    title: `Your concern about ${memberName} has not reached today’s facilitators`,
    body: `${groupName} has other facilitators now. Nothing is decided until then. You can tell them on the members’ page.`,
  }),
  'charter.amended': ({ groupName }) => ({
    title: `${groupName} has new promises`,
    body: 'Please read them and sign if you agree.',
  }),
  'member.unreachable': ({ memberName, phone }) => ({
    title: `Mails do not reach ${memberName}`,
    body: `Two in a row came back: nobody has that address. Could you phone?\n${phone ? `Phone: ${phone}` : 'The roster has no phone number.'}`,
  }),
  'strengths.opened': ({ groupName }) => ({
    title: 'A line about what each of your peers is good at?',
    body: `${groupName}\nThere are three weeks to write. Everybody gets what was written about them at the end.`,
  }),
  'strengths.received': ({ groupName }) => ({
    title: 'Your peers wrote about your strengths',
    body: `${groupName}\nTake a quiet moment to read their lines.`,
  }),
  'support.posted': (facts) => ({
    title: `${who(facts, 'Someone')} is asking for support`,
    body: `${types[facts.type]}: “${facts.title}”`,
  }),
  'support.reply': (facts) => ({ title: `${who(facts)} replied`, body: `“${facts.title}”` }),
  'support.offer': (facts) => ({ title: `${who(facts)} has an offer`, body: `On “${facts.title}”` }),
  'support.offer-accepted': (facts) => ({
    title: 'Your offer is welcome',
    body: `${who(facts)} has accepted it on “${facts.title}”`,
  }),
  'support.offer-declined': (facts) => ({
    title: 'Your offer was not taken up this time',
    body: `“${facts.title}”. Thank you for the thought.`,
  }),
  'support.thanks': (facts) => ({ title: `${who(facts)} says thank you`, body: `“${facts.title}”` }),
  'support.resolved': (facts) => ({
    title: 'A request has come to a good end',
    body: `${who(facts)}: “${facts.title}”`,
  }),
  'support.expiring': ({ title }) => ({
    title: 'Are you still looking for support?',
    body: `“${title}” closes in three days unless something happens.`,
  }),
  'support.leave-asked': ({ title }) => ({
    title: 'Somebody asks whether advice is welcome',
    body: `“${title}”. Just being heard is fine, too.`,
  }),
  'support.advice-welcomed': (facts) => ({
    title: `${who(facts)} would like advice, too`,
    body: `“${facts.title}”`,
  }),
  'support.note': (facts) => ({
    title: `${who(facts)} wrote to you alone`,
    body: `“${facts.title}”. Nobody else can see it.`,
  }),
  'support.worry': ({ title }) => ({
    title: 'Somebody is worried about a member',
    body: `“${title}”. Only facilitators are told.`,
  }),
  'good-news.posted': ({ person, body }) => ({ title: `${person} has good news`, body: firstLine(body) }),
  'good-news.reaction': ({ person, body, reaction }) => ({
    title: reaction === 'THANKS' ? `${person} says thank you` : `${person} congratulates you`,
    body: firstLine(body),
  }),
  'good-news.comment': ({ person, body }) => ({
    title: `${person} left a word for you`,
    body: firstLine(body),
  }),
  'support.nudge': (facts) => ({
    title: `${who(facts, 'A peer')} could use your help`,
    body: `“${facts.title}”\n${nudgeReasonText(facts.reason, 'en')}`,
  }),
  'support.unanswered': (facts) => ({
    title: 'A request has had no answer yet',
    body: `${who(facts)}: “${facts.title}”. Please write a line, or ask somebody who may know.`,
  }),
  'support.still-waiting': ({ title }) => ({
    title: 'Nobody has answered yet. We are sorry to keep you waiting',
    body: `“${title}”. You can choose somebody to ask, or talk to a help line.`,
  }),
  'support.give-and-take': ({ groupName, memberName }) => ({
    title: `Perhaps a kind word to ${memberName}?`,
    body: `Only the facilitators of ${groupName} are told. There is an example of what to say.`,
  }),
};
