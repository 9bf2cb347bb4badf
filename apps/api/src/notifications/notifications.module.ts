import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Nodes } from '../platform/graphql/nodes.js';
import { undescribedKinds } from './describe.js';
import { findNotification, NotificationsResolver } from './notifications.resolver.js';
import { PushLive } from './push-live.job.js';
import { SendMail } from './send-mail.job.js';

@Module({ providers: [NotificationsResolver, PushLive, SendMail] })
export class NotificationsModule implements OnApplicationBootstrap {
  constructor(nodes: Nodes) {
    nodes.add('Notification', findNotification);
  }

  /** By now every feature has said how its notices find their words. */
  onApplicationBootstrap(): void {
    const silent = undescribedKinds();
    if (silent.length > 0) throw new Error(`No feature has words for: ${silent.join(', ')}`);
  }
}
