import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Member } from '@yoriai/domain/people';
import { connectionOf } from '../../platform/graphql/connection.js';
import { publicId } from '../../platform/graphql/ids.js';
import { NodeType } from '../../platform/graphql/node.resolver.js';
import { Rule } from '../../platform/graphql/rule.js';

export enum TenantRole {
  MEMBER = 'MEMBER',
  ADMIN = 'ADMIN',
}
export enum MemberStatus {
  INVITED = 'INVITED',
  ACTIVE = 'ACTIVE',
  ON_LEAVE = 'ON_LEAVE',
  ALUMNI = 'ALUMNI',
  SUSPENDED = 'SUSPENDED',
  DECEASED = 'DECEASED',
}
registerEnumType(TenantRole, { name: 'TenantRole' });
registerEnumType(MemberStatus, { name: 'MemberStatus' });

@ObjectType('Member', { implements: () => NodeType })
@Rule('parent')
export class MemberType extends NodeType {
  @Field(() => String) displayName!: string;
  @Field(() => String, { nullable: true }) kana!: string | null;
  @Field(() => TenantRole) role!: Member['role'];
  @Field(() => String, { nullable: true }) businessName!: string | null;
  @Field(() => String, { nullable: true }) industry!: string | null;
  @Field(() => String, { nullable: true }) prefecture!: string | null;
  @Field(() => String, { nullable: true }) strengths!: string | null;
  @Field(() => Int) version!: number;
  readonly member!: Member;
}
export const toMemberType = (member: Member): MemberType => ({
  id: publicId('Member', member.id),
  displayName: member.displayName,
  kana: member.kana,
  role: member.role,
  businessName: member.businessName,
  industry: member.industry,
  prefecture: member.prefecture,
  strengths: member.strengths,
  version: member.version,
  member,
});

@ObjectType()
@Rule('parent')
export class MemberConnection extends connectionOf('Member', MemberType) {}
