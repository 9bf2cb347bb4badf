import type { GroupId, MemberId } from '@yoriai/domain/kernel';
import type { DatePoll, DatePollId, PollAnswerGiven } from '@yoriai/domain/meetings';
import { found } from '../../platform/errors/must.js';
import type { Page } from '../../platform/graphql/connection.js';
import { groupRows } from '../../platform/graphql/loader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

/** Read under the names of the domain, so that a row is a `DatePoll`. */
const columns = `id, group_id as "groupId", title, note, time_zone as "timeZone", options, closes_on as "closesOn", status,
  chosen_option_id as "chosenOptionId", meeting_id as "meetingId", created_by as "createdBy", created_at as "createdAt", version`;

export const datePollsStore = {
  async byIds(tx: TenantTx, ids: readonly DatePollId[]): Promise<Map<DatePollId, DatePoll>> {
    const rows = await tx.sql(
      'date-polls.by-ids',
      `select ${columns} from date_poll where tenant_id = $1 and id = any ($2::uuid[])`,
      [tx.tenantId, [...ids]],
    );
    return new Map(rows.map((poll) => [poll.id, poll]));
  },

  /** Newest first; of one group or of all that the viewer sees. */
  async page(
    tx: TenantTx,
    { groupId, openOnly }: { readonly groupId: GroupId | null; readonly openOnly: boolean },
    page: Page,
  ): Promise<DatePoll[]> {
    return tx.sql(
      `date-polls.page${openOnly ? '.open' : ''}`,
      `select ${columns} from date_poll
       where tenant_id = $1 and ($3::uuid is null or group_id = $3) ${openOnly ? `and status = 'OPEN'` : ''}
         and ($4::text is null or (created_at, id) < ($4::timestamptz, $5::uuid))
       order by created_at desc, id desc limit $2`,
      [tx.tenantId, page.first + 1, groupId, page.after?.[0] ?? null, page.after?.[1] ?? null],
    );
  },

  async lock(tx: TenantTx, id: DatePollId): Promise<DatePoll> {
    const [row] = await tx.sql(
      'date-polls.lock',
      `select ${columns} from date_poll where tenant_id = $1 and id = $2 for update`,
      [tx.tenantId, id],
    );
    return found(row);
  },

  /** Holds the poll as it is while answers to it are written; many may do so at once. */
  async hold(tx: TenantTx, id: DatePollId): Promise<DatePoll> {
    const [row] = await tx.sql(
      'date-polls.hold',
      `select ${columns} from date_poll where tenant_id = $1 and id = $2 for share`,
      [tx.tenantId, id],
    );
    return found(row);
  },

  async insert(tx: TenantTx, poll: DatePoll): Promise<void> {
    await tx.insert('date_poll', poll);
  },
  async save(tx: TenantTx, poll: DatePoll): Promise<void> {
    const { id, version, ...fields } = poll;
    await tx.update('date_poll', { id }, { ...fields, version: version + 1 });
  },

  async answersOf(tx: TenantTx, ids: readonly DatePollId[]): Promise<Map<DatePollId, PollAnswerGiven[]>> {
    const rows = await tx.sql(
      'date-polls.answers',
      `select poll_id as "pollId", option_id as "optionId", member_id as "memberId", answer from date_poll_answer
       where tenant_id = $1 and poll_id = any ($2::uuid[]) order by member_id, option_id`,
      [tx.tenantId, [...ids]],
    );
    return groupRows(rows, (row) => row.pollId);
  },

  /** Writes answers of one person; true when they say something new. */
  async answer(
    tx: TenantTx,
    poll: DatePoll,
    memberId: MemberId,
    given: readonly PollAnswerGiven[],
  ): Promise<boolean> {
    const rows = await tx.sql(
      'date-polls.answer',
      `insert into date_poll_answer as a (tenant_id, poll_id, option_id, member_id, group_id, answer, given_at)
       select $1, $2, g.option_id, $3, $4, g.answer, $5 from unnest($6::uuid[], $7::text[]) as g (option_id, answer)
       on conflict (tenant_id, poll_id, option_id, member_id) do update set answer = excluded.answer, given_at = excluded.given_at
         where a.answer <> excluded.answer
       returning member_id`,
      [
        tx.tenantId,
        poll.id,
        memberId,
        poll.groupId,
        tx.now,
        given.map(({ optionId }) => optionId),
        given.map(({ answer }) => answer),
      ],
    );
    return rows.length > 0;
  },

  /** Answers to options that the poll no longer has. */
  async forgetStaleAnswers(tx: TenantTx, poll: DatePoll): Promise<void> {
    await tx.sql(
      'date-polls.forget-stale',
      `delete from date_poll_answer where tenant_id = $1 and poll_id = $2 and option_id <> all ($3::uuid[])`,
      [tx.tenantId, poll.id, poll.options.map(({ id }) => id)],
    );
  },
};
