import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { RosterPlanRow, RosterProblem } from '@yoriai/domain/people';
import { Rule } from '../../platform/graphql/rule.js';
import { TenantRole } from '../members/member.type.js';

export enum RosterOutcome {
  NEW = 'NEW',
  EXISTING = 'EXISTING',
  UNCHANGED = 'UNCHANGED',
}
registerEnumType(RosterOutcome, { name: 'RosterOutcome' });

@ObjectType('RosterRow')
@Rule('admin')
export class RosterRowType {
  @Field(() => Int) line!: number;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) kana!: string | null;
  @Field(() => String, { nullable: true }) email!: string | null;
  @Field(() => String, { nullable: true }) businessName!: string | null;
  @Field(() => String, { nullable: true }) phone!: string | null;
  @Field(() => String, { nullable: true }) industry!: string | null;
  @Field(() => String, { nullable: true }) prefecture!: string | null;
  @Field(() => String, { nullable: true }) strengths!: string | null;
  @Field(() => TenantRole) role!: RosterPlanRow['role'];
  @Field(() => [String]) groups!: readonly string[];
  @Field(() => Boolean) facilitates!: boolean;
  @Field(() => RosterOutcome) outcome!: RosterPlanRow['outcome'];
}
/** A row as it will be after the import. */
export const toRosterRowType = ({ entry, profile, role, outcome }: RosterPlanRow): RosterRowType => ({
  line: entry.line,
  name: profile.displayName,
  kana: profile.kana,
  email: entry.email,
  businessName: profile.businessName,
  phone: profile.phone,
  industry: profile.industry,
  prefecture: profile.prefecture,
  strengths: profile.strengths,
  role,
  groups: entry.groups,
  facilitates: entry.facilitates,
  outcome,
});

@ObjectType('RosterProblem')
@Rule('admin')
export class RosterProblemType {
  @Field(() => Int) line!: number;
  @Field(() => String, { nullable: true, description: 'the header as it stands in the file' }) column!:
    | string
    | null;
  @Field(() => String, { description: 'has words in both languages' }) code!: RosterProblem['code'];
  @Field(() => String, { nullable: true }) value!: string | null;
}

@ObjectType('RosterPreview')
@Rule('admin')
export class RosterPreviewType {
  @Field(() => [RosterRowType]) rows!: RosterRowType[];
  @Field(() => [RosterProblemType]) problems!: readonly RosterProblem[];
  @Field(() => Boolean) importable!: boolean;
  @Field(() => [String], { description: 'names of the groups that the import will make' })
  groups!: readonly string[];
  @Field(() => String) encoding!: string;
}

@ObjectType('RosterImportResult')
@Rule('admin')
export class RosterImportResultType {
  @Field(() => Int) created!: number;
  @Field(() => Int) updated!: number;
  @Field(() => Int) unchanged!: number;
  @Field(() => Int) invited!: number;
  @Field(() => Int) proposed!: number;
  @Field(() => Int) groupsCreated!: number;
}
