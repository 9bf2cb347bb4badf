import { Module } from '@nestjs/common';
import type { GoodNewsCommentId, GoodNewsId } from '@yoriai/domain/support';
import { Nodes } from '../../platform/graphql/nodes.js';
import { GoodNewsLive } from './push-good-news.job.js';
import './notices.js';
import { goodNewsById, goodNewsCommentById } from './good-news.loader.js';
import { GoodNewsCommentsResolver, GoodNewsResolver } from './good-news.resolver.js';
import { toCommentType, toNewsType } from './good-news.type.js';
import { TellAboutGoodNews } from './tell-of-good-news.job.js';

@Module({ providers: [GoodNewsResolver, GoodNewsCommentsResolver, GoodNewsLive, TellAboutGoodNews] })
export class GoodNewsModule {
  constructor(nodes: Nodes) {
    nodes.add('GoodNews', async (context, id) => {
      const news = await context.load(goodNewsById, id as GoodNewsId);
      return news && toNewsType(news, context.me().memberId);
    });
    nodes.add('GoodNewsComment', async (context, id) => {
      const comment = await context.load(goodNewsCommentById, id as GoodNewsCommentId);
      return comment && toCommentType(comment, context.me().memberId);
    });
  }
}
