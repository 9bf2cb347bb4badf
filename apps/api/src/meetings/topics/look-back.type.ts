import { ObjectType } from '@nestjs/graphql';
import type { LookBack } from '@yoriai/domain/meetings';
import { Rule } from '../../platform/graphql/rule.js';

@ObjectType('LookBack', {
  description: '一年後の今日: a topic of the hot seat, for its owner, who agreed to look at it again',
})
@Rule('parent')
export class LookBackType {
  readonly lookBack!: LookBack;
}
