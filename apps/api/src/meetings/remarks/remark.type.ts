import { Field, ID, ObjectType } from '@nestjs/graphql';
import { publicId, type Instant } from '@yoriai/domain/kernel';
import type { Remark } from '@yoriai/domain/meetings';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime } from '../../platform/graphql/scalars.js';

@ObjectType('Remark')
@Rule('parent')
export class RemarkType {
  @Field(() => ID) id!: string;
  @Field(() => String) body!: string;
  @Field(() => DateTime) createdAt!: Instant;
  readonly remark!: Remark;
}

export const toRemarkType = (remark: Remark): RemarkType =>
  Object.assign(new RemarkType(), {
    id: publicId('Remark', remark.id),
    body: remark.body,
    createdAt: remark.createdAt,
    remark,
  });

@ObjectType('RemarkConnection')
@Rule('parent')
export class RemarkConnection extends connectionOf('Remark', RemarkType) {}
