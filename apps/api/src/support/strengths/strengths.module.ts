import { Module } from '@nestjs/common';
import type { StrengthId, StrengthsRoundId } from '@yoriai/domain/support';
import { Nodes } from '../../platform/graphql/nodes.js';
import './notices.js';
import { BeginSeason, CloseStrengths, PlanStrengths, TellOfStrengths } from './close-strengths.job.js';
import { strengthById, strengthsRoundById } from './strengths.loader.js';
import {
  GroupStrengthsResolver,
  StrengthPeersResolver,
  StrengthsReceivedResolver,
  StrengthsResolver,
} from './strengths.resolver.js';
import { toRoundType, toStrengthType } from './strengths.type.js';

@Module({
  providers: [
    ...[GroupStrengthsResolver, StrengthsResolver, StrengthPeersResolver, StrengthsReceivedResolver],
    ...[PlanStrengths, BeginSeason, CloseStrengths, TellOfStrengths],
  ],
})
export class StrengthsModule {
  constructor(nodes: Nodes) {
    nodes.add('StrengthsRound', async (context, id) => {
      const round = await context.load(strengthsRoundById, id as StrengthsRoundId);
      return round && toRoundType(round);
    });
    nodes.add('Strength', async (context, id) => {
      const strength = await context.load(strengthById, id as StrengthId);
      return strength && toStrengthType(strength);
    });
  }
}
