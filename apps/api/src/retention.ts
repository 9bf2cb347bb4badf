import { noticesKeptDays } from '@yoriai/domain/notifications';
import { always, type Retention } from './platform/retention/retention.js';

const ended = `x.state in ('SENT', 'FAILED', 'DROPPED')`;
/** As for an answer that was lost: asking again after a day is a new act. */
const aDayOfKeys =
  'a sending that is repeated within a day gets the first answer; later it is an act of its own';
const aWeekOfPromises =
  'questions why something did or did not come arise within days; what came of it stands elsewhere';
const failedPromises =
  'an operator looks into each (`/metrics` counts them), and can set it to DUE again; after a quarter of a year it is of no use';

/**
 * How long the rows of each table are kept, and why. A spec compares this with the database: a table without a word here fails, and so does
 * a term without an index to find what is over.
 */
export const retention: Retention = {
  // What the product needs to run. What points at a row comes before the row it points at.
  'public.delivery': {
    terms: [
      {
        what: 'that a reader has dealt with an event',
        after: '7 days',
        since: 'done_at',
        sinceWords: 'it was done',
        when: `x.state = 'DONE'`,
        because: aWeekOfPromises,
      },
      {
        what: 'that a reader has failed thirty times over an event',
        after: '90 days',
        since: 'done_at',
        sinceWords: 'the last try',
        when: `x.state = 'FAILED'`,
        because: failedPromises,
      },
    ],
  },
  'public.timer': {
    terms: [
      {
        what: 'reminders and other things to be done later, once they are done or cancelled',
        after: '7 days',
        since: 'done_at',
        sinceWords: 'that',
        when: `x.state in ('DONE', 'CANCELLED')`,
        because: aWeekOfPromises,
      },
      {
        what: 'things to be done later that failed thirty times',
        after: '90 days',
        since: 'done_at',
        sinceWords: 'the last try',
        when: `x.state = 'FAILED'`,
        because: failedPromises,
      },
    ],
  },
  'public.domain_event': {
    terms: [
      {
        what: 'events that stand in the audit trail and that no reader is still to deal with',
        after: '30 days',
        since: 'at',
        sinceWords: 'they happened',
        when: `exists (select from public.audit_entry a where a.tenant_id = $1 and a.event_id = x.id)
          and not exists (select from public.delivery d where d.tenant_id = $1 and d.event_id = x.id)`,
        because:
          'a fault of a reader can be mended for a month by letting it read again; what happened stands in the trail',
      },
    ],
  },
  'public.audit_entry': {
    terms: [
      {
        what: 'the audit trail: who did what and when, by ids',
        after: '5 years',
        since: 'at',
        sinceWords: 'it happened',
        because:
          'claims end after five years (Civil Code, article 166); the hash of the last entry that went stays, so that the rest can still be checked',
        // The oldest end of the chain, as far as it is over without a gap; not while another process is at the chain.
        sql: `with chain as (select from public.audit_chain where tenant_id = $1
            and (select at from public.audit_entry where tenant_id = $1 order by seq limit 1) < $2::timestamptz - interval '5 years'
            for update skip locked),
          oldest as (select ctid, seq, at from public.audit_entry where tenant_id = $1 and exists (select from chain) order by seq limit $3),
          gone as (delete from public.audit_entry where tenant_id = $1 and ctid = any (array(
            select ctid from oldest where seq < coalesce(
              (select min(seq) from oldest where at >= $2::timestamptz - interval '5 years'), 9223372036854775807))) returning seq, hash),
          anchor as (update public.audit_chain c set gone_seq = g.seq, gone_hash = g.hash
            from (select seq, hash from gone order by seq desc limit 1) g where c.tenant_id = $1)
          select seq from gone`,
      },
    ],
  },
  'public.mail_message': {
    terms: [
      {
        what: 'that a mail was written to a member, and what became of it (not its words, which are not kept)',
        after: `${noticesKeptDays} days`,
        since: 'created_at',
        sinceWords: 'it was written',
        when: `(${ended} or not exists (
          select from public.timer t where t.tenant_id = $1 and t.name = 'notifications.mail' and t.key = x.id::text))`,
        because:
          'the office is asked to phone when mails come back in a row; it says for whom it was, so not for longer than the notice',
      },
    ],
  },
  'public.direct_mail': {
    terms: [
      {
        what: 'that a code or a link was sent to an address, and what became of it (its words go with the sending)',
        after: '30 days',
        since: 'created_at',
        sinceWords: 'it was written',
        when: `(${ended} or not exists (
          select from public.timer t where t.tenant_id = $1 and t.name in ('mail.on-demand', 'mail.invitation') and t.key = x.id::text))`,
        because: 'the address is kept for no longer than a complaint takes',
      },
    ],
  },
  'public.notification': {
    terms: [
      {
        what: 'notices in the bell, read or not',
        after: `${noticesKeptDays} days`,
        since: 'created_at',
        sinceWords: 'they came',
        when: `not exists (select from public.mail_message m where m.tenant_id = $1 and m.notification_id = x.id)`,
        because:
          'they say for whom they were; what they are about stands where it happened, and after three months an unread notice asks for nothing any more',
      },
    ],
  },
  'public.idempotent_answer': {
    terms: [
      {
        what: 'the keys of what was sent, with the answers',
        after: '24 hours',
        since: 'created_at',
        sinceWords: 'it was sent',
        because: aDayOfKeys,
      },
    ],
  },
  'public.blind_answer': {
    terms: [
      {
        what: 'the marks of what was sent without its author being kept anywhere',
        after: '24 hours',
        since: 'created_at',
        sinceWords: 'it was sent',
        because: aDayOfKeys,
      },
    ],
  },
  'public.anonymous_author': {
    always: 'it is what the author’s own rights to an unnamed request hang on',
    terms: [
      {
        what: 'the keys of what an unnamed author sent',
        after: '24 hours',
        since: 'answers',
        sinceWords: 'it was sent',
        because: aDayOfKeys,
        sql: `update public.anonymous_author a set answers = coalesce((
            select jsonb_agg(x) from jsonb_array_elements(a.answers) x where (x ->> 'at')::timestamptz >= $2::timestamptz - interval '24 hours'), '[]')
          where a.tenant_id = $1 and a.request_id in (
            select request_id from public.anonymous_author where tenant_id = $1 and answers <> '[]'
              and exists (select from jsonb_array_elements(answers) x where (x ->> 'at')::timestamptz < $2::timestamptz - interval '24 hours')
            limit $3 for update skip locked) returning a.request_id`,
      },
    ],
  },
  'public.meeting_told': {
    terms: [
      {
        what: 'what a member was last told of a meeting by mail',
        after: '7 days',
        since: 'ends_at',
        sinceWords: 'the meeting is over',
        because: 'it only serves to say what has changed since',
      },
    ],
  },
  'auth.session': {
    terms: [
      {
        what: 'sign-ins that ran out',
        after: '0 days',
        since: 'expires_at',
        sinceWords: 'they ran out',
        because: 'they open nothing any more',
      },
    ],
  },
  'auth.known_browser': {
    terms: [
      {
        what: 'browsers that were not used for 400 days',
        after: '0 days',
        since: 'expires_at',
        sinceWords: 'that',
        because: 'they are counted for no longer',
      },
    ],
  },
  'auth.mail_code': {
    terms: [
      {
        what: 'codes for signing in, as hashes',
        after: '1 days',
        since: 'created_at',
        sinceWords: 'they were sent',
        because: 'they are good for ten minutes; the rest of the day tells a late one from a wrong one',
      },
    ],
  },
  'auth.one_time_token': {
    terms: [
      {
        what: 'links of invitations and for new passwords, as hashes',
        after: '30 days',
        since: 'expires_at',
        sinceWords: 'they ran out',
        because: 'an old link is told from a wrong one for a month',
      },
    ],
  },
  'auth.throttle': {
    terms: [
      {
        what: 'counts for the rate limits',
        after: '1 days',
        since: 'starts_at',
        sinceWords: 'they began',
        because: 'no window is longer than a day',
      },
      {
        what: 'counts that begin in the future, since the clock was set back',
        after: '0 days',
        since: 'starts_at',
        sinceWords: 'that was seen',
        because: 'they limit nothing',
        sql: `delete from auth.throttle where ctid = any (array(
          select ctid from auth.throttle where starts_at > app.now() + interval '1 hour' limit $1 for update skip locked)) returning 1`,
      },
    ],
  },

  // What people wrote, said and agreed on is theirs.
  ...always(
    'it is what people wrote, promised or told each other; they take it back themselves, and it ends with the organisation',
    [
      'public.after_party',
      'public.after_party_answer',
      'public.charter_signature',
      'public.check_in',
      'public.check_in_figures',
      'public.check_in_mood',
      'public.commitment',
      'public.commitment_settlement',
      'public.date_poll',
      'public.date_poll_answer',
      'public.good_news',
      'public.good_news_comment',
      'public.good_news_reaction',
      'public.group_charter',
      'public.hard_time',
      'public.meeting_closing_round',
      'public.meeting_decision',
      'public.meeting_goal',
      'public.meeting_handover',
      'public.meeting_look_back',
      'public.meeting_minutes',
      'public.meeting_minutes_correction',
      'public.meeting_recording',
      'public.meeting_recording_consent',
      'public.meeting_reflection',
      'public.meeting_rsvp',
      'public.meeting_safety',
      'public.private_note',
      'public.proposal_concern',
      'public.remark',
      'public.strength',
      'public.strength_line',
      'public.support_introduction',
      'public.support_leave_question',
      'public.support_offer',
      'public.support_offer_reason',
      'public.support_reply',
      'public.support_request',
      'public.support_thanks',
      'public.support_worry',
      'public.topic',
      'public.topic_vote',
    ],
  ),
  ...always(
    'it is who belongs to what, and what was planned and held: the organisation’s own record, which ends with it',
    [
      'public.agenda_template',
      'public.group',
      'public.group_membership',
      'public.invitation',
      'public.join_link',
      'public.meeting',
      'public.meeting_airtime',
      'public.meeting_attendance',
      'public.meeting_attendance_correction',
      'public.meeting_hot_seat',
      'public.meeting_role',
      'public.meeting_role_declined',
      'public.meeting_run',
      'public.meeting_safety_release',
      'public.meeting_series',
      'public.member',
      'public.member_proposal',
      'public.programme',
      'public.strengths_round',
      'public.tenant',
    ],
  ),
  ...always('it says who may see what, as long as there is something to see', [
    'public.audience',
    'public.audience_member',
    'public.muted_member',
    'public.muted_request',
  ]),
  ...always('it is how a member wants it, until they change it', [
    'public.calendar_feed',
    'public.help_availability',
    'public.member_settings',
  ]),
  ...always(
    'it keeps help fair: who was asked and who has given, so that the same people are not asked again and again',
    [
      'public.give_and_take_flag',
      'public.support_credit',
      'public.support_given',
      'public.support_nudge',
      'public.support_second_person',
    ],
  ),
  ...always('it is how something that stands is found, and goes with it', [
    'public.search_document',
    'public.search_gram',
    'auth.join_code',
    'auth.member_index',
    'auth.tenant',
  ]),
  ...always(
    'it is one row for each organisation: where the audit trail ends and with which hash the kept part of it begins',
    ['public.audit_chain'],
  ),
  ...always('an account is ended by its owner', ['auth.user']),
  ...always(
    'it is the product’s own: a row for each of a few keys and settings, and for each change of the schema',
    ['app.clock_shift', 'auth.secret', 'public.migrations'],
  ),
};
