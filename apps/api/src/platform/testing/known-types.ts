/** What the database cannot say of a column. */
interface ColumnWord {
  readonly type: string;
  /** The area of the domain that the type comes from. */
  readonly from?: string;
  /** It is never null, although the database would let it be; then `why`. */
  readonly isThere?: true;
  readonly why?: string;
}
/** What neither the database nor its plan says of one column of an answer. */
interface AnswerWord extends Partial<ColumnWord> {
  readonly why: string;
}

/** Tables whose ids are called otherwise in the domain. */
export const ofOtherTables: Readonly<Record<string, string>> = {
  meeting_decision: 'Decision',
  meeting_minutes_correction: 'Correction',
};

const ids: ColumnWord = { type: 'Readonly<Record<string, string>>' };
const step: ColumnWord = { type: `Id<'AgendaStep'>` };
const supportType: ColumnWord = { type: 'SupportType', from: 'support' };
const commitmentStatus: ColumnWord = { type: 'CommitmentStatus', from: 'meetings' };
const noticeKind: ColumnWord = { type: 'NoticeKind', from: 'notifications' };
const noticeIds: ColumnWord = { type: 'NoticeIds', from: 'kernel' };
const member: ColumnWord = { type: `Id<'Member'>` };

/** Texts, JSON and ids of which only the domain knows what they hold. */
export const knownColumns: Readonly<Record<string, ColumnWord>> = {
  'agenda_template.steps': { type: 'readonly AgendaTemplateStep[]', from: 'meetings' },
  'audit_entry.actor_id': member,
  'audit_entry.ids': ids,
  'auth.member_index.role': { type: 'TenantRole', from: 'people' },
  'auth.member_index.status': { type: 'MemberStatus', from: 'people' },
  'commitment_settlement.status': commitmentStatus,
  'commitment_settlement.status_before': commitmentStatus,
  'date_poll.chosen_option_id': { type: `Id<'DatePollOption'>` },
  'date_poll.options': { type: 'readonly DatePollOption[]', from: 'meetings' },
  'date_poll_answer.option_id': { type: `Id<'DatePollOption'>` },
  'direct_mail.content': { type: 'MailText', from: 'notifications' },
  'direct_mail.kind': { type: 'DirectMailKind', from: 'notifications' },
  'domain_event.actor_id': member,
  'domain_event.ids': ids,
  'group.created_by': { ...member, isThere: true, why: 'A group is always founded by a member.' },
  'group.template': { type: 'GroupTemplate', from: 'groups' },
  'mail_message.ids': noticeIds,
  'mail_message.kind': noticeKind,
  'meeting.agenda': { type: 'readonly AgendaStep[]', from: 'meetings' },
  'meeting_airtime.step_id': step,
  'meeting_run.last': { type: `MeetingRun['last']`, from: 'meetings' },
  'meeting_run.step_id': step,
  'meeting_run.steps': { type: `MeetingRun['steps']`, from: 'meetings' },
  'notification.ids': noticeIds,
  'notification.kind': noticeKind,
  'support_given.asked': supportType,
  'support_given.gave': supportType,
  'tenant.locale': { type: 'Locale', from: 'tenancy' },
  'timer.ids': ids,
};

const listed = 'The list that was sent has no nulls.';
const fromAddresses = 'What `app.addresses` answers with is the address of an account, which each has.';
const tokenPayload = 'Each link of an invitation is written with both.';

/** By `statement: column`. Each word must be needed, and says why it is true. */
export const known: Readonly<Record<string, AnswerWord>> = {
  'airtime.of-meetings: stepId': {
    type: `Id<'AgendaStep'>`,
    why: 'It is the step, or null in place of none.',
  },
  'mail.take-up: content': {
    isThere: true,
    why: 'The words are blanked only when a mail has gone or was given up.',
  },
  'meetings.double-bookings: startsAtLocal': { isThere: true, why: listed },
  'members.addresses: email': { isThere: true, why: fromAddresses },
  'members.addresses: member_id': { type: `Id<'Member'>`, isThere: true, why: fromAddresses },
  'nudges.answered: id': { type: `Id<'SupportRequest'>`, isThere: true, why: listed },
  'nudges.helpers: helped': {
    type: 'PastHelp[]',
    from: 'support',
    isThere: true,
    why: 'The statement itself builds the objects, and an empty list where there are none.',
  },
  'search.rarest: gram': { isThere: true, why: listed },
  'support.answer-given: fingerprint': { isThere: true, why: 'Each answer is kept with its fingerprint.' },
  'tokens.find-invitation: invitationId': { type: `Id<'Invitation'>`, isThere: true, why: tokenPayload },
  'tokens.find-invitation: tenantId': { type: `Id<'Tenant'>`, isThere: true, why: tokenPayload },
  'tokens.find-reset: userId': { isThere: true, why: 'A link to a new password is made for an account.' },
};
