import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { publicId, type Instant, type MemberId } from '@yoriai/domain/kernel';
import {
  hasTime,
  pollAnswers,
  type DatePoll,
  type DatePollOption,
  type PollAnswer,
} from '@yoriai/domain/meetings';
import { connectionOf, PageArgs } from '../../platform/graphql/connection.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { NodeType } from '../../platform/graphql/node.resolver.js';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime, LocalDateTime, PlainDateScalar, TimeZoneScalar } from '../../platform/graphql/scalars.js';
import { MeetingFormat } from '../meeting/meeting.type.js';

export const PollAnswerEnum = enumOf('PollAnswer', pollAnswers);
export const DatePollStatusEnum = enumOf<DatePoll['status']>('DatePollStatus', [
  'OPEN',
  'SETTLED',
  'CANCELLED',
]);

@ObjectType('DatePollAnswer')
@Rule('parent')
export class DatePollAnswerType {
  @Field(() => PollAnswerEnum) answer!: PollAnswer;
  readonly memberId!: MemberId;
}

@ObjectType('DatePollOption')
@Rule('parent')
export class DatePollOptionType {
  @Field(() => ID) id!: string;
  @Field(() => PlainDateScalar) date!: string;
  @Field(() => LocalDateTime, { nullable: true, description: 'null where only the day is asked about' })
  startsAtLocal!: string | null;
  @Field(() => TimeZoneScalar, { nullable: true, description: 'null where only the day is asked about' })
  timeZone!: string | null;
  @Field(() => Int) yes!: number;
  @Field(() => Int) ifNeedBe!: number;
  @Field(() => Int) no!: number;
  @Field(() => Boolean, { description: 'suits most people' }) best!: boolean;
  @Field(() => Boolean, { description: 'became the meeting' }) chosen!: boolean;
  @Field(() => PollAnswerEnum, { nullable: true }) viewerAnswer!: PollAnswer | null;
  @Field(() => [DatePollAnswerType]) answers!: DatePollAnswerType[];
}
export const toOptionType = (
  { id, when }: DatePollOption,
  poll: DatePoll,
): Pick<DatePollOptionType, 'id' | 'date' | 'startsAtLocal' | 'timeZone' | 'chosen'> => ({
  id: publicId('DatePollOption', id),
  date: when.slice(0, 10),
  startsAtLocal: hasTime(when) ? when : null,
  timeZone: hasTime(when) ? poll.timeZone : null,
  chosen: id === poll.chosenOptionId,
});

@ObjectType('DatePollAbilities')
@Rule('parent')
export class DatePollAbilitiesType {
  @Field(() => Boolean) answer!: boolean;
  @Field(() => Boolean, { description: 'change it, call it off, make a meeting of it' }) run!: boolean;
}

@ObjectType('DatePoll', { implements: () => NodeType })
@Rule('parent')
export class DatePollType extends NodeType {
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => DatePollStatusEnum) status!: DatePoll['status'];
  @Field(() => TimeZoneScalar) timeZone!: string;
  @Field(() => PlainDateScalar, { nullable: true, description: 'the last day to answer' })
  closesOn!: string | null;
  @Field(() => DateTime) createdAt!: Instant;
  @Field(() => Int) version!: number;
  readonly poll!: DatePoll;
}
export const toDatePollType = (poll: DatePoll): DatePollType =>
  Object.assign(new DatePollType(), {
    id: publicId('DatePoll', poll.id),
    title: poll.title,
    note: poll.note,
    status: poll.status,
    timeZone: poll.timeZone,
    closesOn: poll.closesOn,
    createdAt: poll.createdAt,
    version: poll.version,
    poll,
  });

@ObjectType()
@Rule('parent')
export class DatePollConnection extends connectionOf('DatePoll', DatePollType) {}

@ArgsType()
export class DatePollsArgs extends PageArgs {
  @Field(() => ID, { nullable: true }) groupId?: string | null;
  @Field(() => Boolean, { nullable: true }) openOnly?: boolean | null;
}

@InputType()
export class DatePollOptionInput {
  @Field(() => PlainDateScalar) date!: string;
  @Field(() => String, { nullable: true, description: 'HH:mm; null for the day alone' }) time?: string | null;
}

@InputType()
export class OpenDatePollInput {
  @Field(() => ID) groupId!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => [DatePollOptionInput]) options!: DatePollOptionInput[];
  @Field(() => PlainDateScalar, { nullable: true, description: 'the last day to answer' })
  closesOn?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType()
export class EditDatePollInput {
  @Field(() => ID) pollId!: string;
  @Field(() => String, { nullable: true }) title?: string | null;
  @Field(() => String, { nullable: true, description: 'null takes it away' }) note?: string | null;
  @Field(() => [DatePollOptionInput], {
    nullable: true,
    description: 'all of them from now on; those that stay keep their answers',
  })
  options?: DatePollOptionInput[] | null;
  @Field(() => PlainDateScalar, { nullable: true, description: 'null takes it away' })
  closesOn?: string | null;
  @Field(() => Int, { nullable: true }) expectedVersion?: number | null;
}

@InputType()
export class DatePollAnswerInput {
  @Field(() => ID) optionId!: string;
  @Field(() => PollAnswerEnum) answer!: PollAnswer;
}
@InputType()
export class AnswerDatePollInput {
  @Field(() => ID) pollId!: string;
  @Field(() => [DatePollAnswerInput]) answers!: DatePollAnswerInput[];
}

@InputType()
export class SettleDatePollInput {
  @Field(() => ID) pollId!: string;
  @Field(() => ID) optionId!: string;
  @Field(() => String, { nullable: true, description: 'HH:mm, where the option is a day' })
  time?: string | null;
  @Field(() => Int) durationMinutes!: number;
  @Field(() => MeetingFormat) format!: MeetingFormat;
  @Field(() => String, { nullable: true }) place?: string | null;
  @Field(() => String, { nullable: true }) url?: string | null;
  @Field(() => String, { nullable: true }) agendaTemplate?: string | null;
  @Field(() => Int, { nullable: true }) expectedVersion?: number | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
