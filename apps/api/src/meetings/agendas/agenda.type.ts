import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { publicId } from '@yoriai/domain/kernel';
import {
  agendaStepName,
  type Allowed,
  type AgendaTemplate,
  type AgendaTemplateStep,
  type SpeakerRule as SpeakerRuleName,
  allowedTalk,
  type Meeting,
  stepPrompt,
} from '@yoriai/domain/meetings';
import { Rule } from '../../platform/graphql/rule.js';
import { enumOf } from '../../platform/graphql/enum-of.js';

export enum SpeakerRule {
  PRESENTER = 'PRESENTER',
  ALL = 'ALL',
  ALL_EXCEPT_PRESENTER = 'ALL_EXCEPT_PRESENTER',
}

registerEnumType(SpeakerRule, { name: 'SpeakerRule' });
export const AllowedEnum = enumOf('AllowedTalk', allowedTalk);

@ObjectType('AgendaTemplateStep')
@Rule('parent')
export class AgendaTemplateStepType {
  @Field(() => String, { nullable: true, description: 'which step of a template it began as' })
  key!: string | null;
  @Field(() => String) name!: string;
  @Field(() => Int) minutes!: number;
  @Field(() => Boolean, { description: 'its minutes are for each of those who take part' })
  perPerson!: boolean;
  @Field(() => SpeakerRule) speakerRule!: SpeakerRuleName;
  @Field(() => [AllowedEnum]) allowed!: readonly Allowed[];
}
export const toTemplateStepType = (
  step: AgendaTemplateStep,
  locale: 'ja' | 'en',
): AgendaTemplateStepType => ({
  ...step,
  name: agendaStepName(step, locale),
});

@ObjectType('AgendaTemplate')
@Rule('parent')
export class AgendaTemplateType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => [AgendaTemplateStepType]) steps!: AgendaTemplateStepType[];
  @Field(() => Int) version!: number;
}
export const toTemplateType = (agenda: AgendaTemplate, locale: 'ja' | 'en'): AgendaTemplateType => ({
  id: publicId('AgendaTemplate', agenda.id),
  name: agenda.name,
  steps: agenda.steps.map((step) => toTemplateStepType(step, locale)),
  version: agenda.version,
});

@InputType()
export class AgendaStepInput {
  @Field(() => ID, { nullable: true, description: 'a step that stays; null for a new one' })
  id?: string | null;
  @Field(() => String, { nullable: true, description: 'which step of a template it is' })
  key?: string | null;
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => Int) minutes!: number;
  @Field(() => SpeakerRule, { nullable: true, defaultValue: SpeakerRule.ALL })
  speakerRule?: SpeakerRuleName | null;
  @Field(() => [AllowedEnum], { nullable: true, defaultValue: [] }) allowed?: Allowed[] | null;
}

@InputType()
export class AgendaTemplateStepInput {
  @Field(() => String, { nullable: true, description: 'which step of a template it is' })
  key?: string | null;
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => Int) minutes!: number;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) perPerson?: boolean | null;
  @Field(() => SpeakerRule, { nullable: true, defaultValue: SpeakerRule.ALL })
  speakerRule?: SpeakerRuleName | null;
  @Field(() => [AllowedEnum], { nullable: true, defaultValue: [] }) allowed?: Allowed[] | null;
}
@InputType()
export class CreateAgendaTemplateInput {
  @Field(() => ID) groupId!: string;
  @Field(() => String) name!: string;
  @Field(() => [AgendaTemplateStepInput]) steps!: AgendaTemplateStepInput[];
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
@InputType()
export class EditAgendaTemplateInput {
  @Field(() => ID) templateId!: string;
  @Field(() => String) name!: string;
  @Field(() => [AgendaTemplateStepInput]) steps!: AgendaTemplateStepInput[];
  @Field(() => Int, { nullable: true }) expectedVersion?: number | null;
}

@ObjectType('AgendaStep')
@Rule('parent')
export class AgendaStepType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => Int) minutes!: number;
  @Field(() => SpeakerRule) speakerRule!: Meeting['agenda'][number]['speakerRule'];
  @Field(() => String, { nullable: true, description: 'what everybody is reminded of while it is on' })
  prompt!: string | null;
  @Field(() => String, { nullable: true, description: 'which step of a template it is' })
  key!: string | null;
  @Field(() => [AllowedEnum], { description: 'what may be said' }) allowed!: readonly Allowed[];
}

export const toAgendaStepType = (step: Meeting['agenda'][number], locale: 'ja' | 'en'): AgendaStepType => ({
  id: publicId('AgendaStep', step.id),
  name: agendaStepName(step, locale),
  minutes: step.minutes,
  speakerRule: step.speakerRule,
  prompt: stepPrompt(step, locale),
  key: step.key,
  allowed: step.allowed,
});

/** What an input leaves out. */
export const draftOf = <
  S extends { speakerRule?: SpeakerRuleName | null; allowed?: readonly Allowed[] | null },
>(
  step: S,
) => ({ ...step, speakerRule: step.speakerRule ?? ('ALL' as const), allowed: step.allowed ?? [] });
