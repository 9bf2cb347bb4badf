import type { errors as ja } from '../ja/errors.js';
import type { WordsLike } from '../words-like.js';

export const errors: WordsLike<typeof ja> = {
  TOO_MANY_ACTS:
    'You have sent a lot in a short time, so this one has not gone out. What you wrote is still here; in about {{wait}} you can send it.',
  LAST_ADMIN: 'That would leave nobody in the office. Give somebody else the office role first.',
  BAD_STATUS_CHANGE: 'This member’s status can’t change that way.',
  EMAIL_UNPROVEN:
    'Only {{limit}} people can be invited for now. First confirm your own address with the six-digit code from the mail.',
  ROSTER_BUSY: 'Another roster is being read or imported. Please try again in a little while.',
  ROSTER_HAS_PROBLEMS: 'Problems in the roster: {{count}}. Nothing was imported.',
  GROUP_STATUS_NOT_POSSIBLE: 'The group can’t change to that status.',
  FACILITATOR_NEEDED: 'Choose a facilitator first.',
  CONCERN_UNHEARD:
    'A concern was told to facilitators who are none any more. It can’t be decided before today’s facilitators are told.',
  LAST_FACILITATOR: 'That would leave no facilitator. Name the next one first.',
  CAPACITY_BELOW_SEATS: '{{seats}} places are taken already. Choose at least that many.',
  PROPOSAL_DECIDED: 'This proposal is already decided.',
  PROPOSAL_STILL_SHOWN: 'The group is still being shown this proposal.',
  MEETING_STARTED: 'This meeting has already begun.',
  MEETING_UNDER_WAY: 'Something has been recorded in this meeting, so its start cannot be undone.',
  MEETING_NOT_CLOSED: 'This meeting is not closed yet.',
  MEETING_NOT_STARTED: 'This meeting has not started yet.',
  RECORDING_NOT_AGREED: 'A link can be set once everybody who was there has agreed to be recorded.',
  ANOTHER_MEETING_OPEN: 'Another meeting of this group is still open. Close it first, then start this one.',
  RULE_NOT_UNDERSTOOD: 'We can’t read how this repeats. Please choose again.',
  RULE_NEVER_MATCHES: 'No day fits this rule. Please choose again.',
  TOO_MANY_MEETINGS: 'At most {{limit}} meetings at a time. Choose a shorter period or fewer.',
  COMMITMENT_SETTLED: 'This has been settled already.',
  TOO_MANY_COMMITMENTS:
    'One person can have {{limit}} open next steps. Settle what is done before you add another.',
  MINUTES_SEALED: 'The minutes of this meeting are sealed. What is wrong can be added as a correction.',
  TOO_MANY_DECISIONS: 'One meeting holds up to {{limit}} decisions.',
  TOO_MANY_CORRECTIONS: 'Minutes hold up to {{limit}} corrections.',
  CLOSING_ROUND_OVER: 'The closing round (seven days) is over.',
  PREPARATION_OVER: 'This meeting no longer takes notes. It does so for seven days after its end.',
  TOPIC_TAKEN: 'This topic was taken up in the meeting, so it can be neither changed nor withdrawn.',
  HOT_SEAT_TOO_EARLY:
    'The first two meetings are for getting to know each other. The hot seat begins with the third.',
  AGENDA_TOO_LONG:
    'The agenda lasts longer than the meeting ({{minutes}} minutes in all, the meeting {{limit}}). Please shorten a step.',
  POLL_CLOSED: 'This date poll is closed.',
  ROLE_TAKEN: 'This role cannot be changed that way any more. Please reload the page and try again.',
  REQUEST_CLOSED: 'This request is closed.',
  ROUND_CLOSED: 'The time for writing is over. You can use your words the next time.',
  ROUND_OPEN: 'A round is going on already.',
  TOO_FEW_PEOPLE: 'This can begin once {{needed}} people take part.',
  TOO_FEW_FOR_ANONYMITY:
    'Only {{others}} others would read this, so they could guess who you are. Choose readers who number at least {{needed}}.',
  PAID_NOT_ACCEPTED: 'This request takes no paid offers.',
  PAID_OFFER_TAKEN: 'There is already a paid offer for this request.',
  ALREADY_OFFERED: 'You have already offered help here.',
  ADVICE_NOT_WANTED:
    'They want to be heard. Advice can be sent once they welcome it; encouragement can be sent now.',
  LEAVE_ALREADY_ASKED: 'You have already asked whether advice is welcome.',
  NOBODY_TO_TELL:
    'No other facilitator reads this request, so nobody could be told. If you are worried, please call a help line.',
  OFFER_DECIDED: 'This offer is already settled.',
};
