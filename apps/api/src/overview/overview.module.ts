import { Module } from '@nestjs/common';
import {
  FacilitatedGroupsResolver,
  FacilitatorOverviewResolver,
  QuietMembersResolver,
} from './overview.resolver.js';

@Module({ providers: [FacilitatorOverviewResolver, QuietMembersResolver, FacilitatedGroupsResolver] })
export class OverviewModule {}
