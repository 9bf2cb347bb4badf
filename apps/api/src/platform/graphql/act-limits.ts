import { Injectable } from '@nestjs/common';
import { reachLimits, type Reach, type TooManyActs } from '@yoriai/domain/notifications';
import { Signing } from '../auth/signing.js';
import { Throttle, type Taken } from '../auth/throttle.js';
import type { Acting } from '../auth/viewer.js';

const refusal: TooManyActs['code'] = 'TOO_MANY_ACTS';

/** How much one member may send that others are told of. Counted under a seal: no count says who wrote what without a name. */
@Injectable()
export class ActLimits {
  constructor(
    private readonly throttle: Throttle,
    private readonly signing: Signing,
  ) {}

  async take({ tenantId, memberId }: Acting, reach: Reach): Promise<Taken[]> {
    const key = await this.signing.seal('acts', `${reach} ${tenantId} ${memberId}`);
    return this.throttle.takeOr(
      refusal,
      (['hour', 'day'] as const).map((span) => ({
        bucket: `acts:${span}`,
        key,
        rate: reachLimits[reach][span],
      })),
    );
  }

  giveBack(taken: readonly Taken[]): Promise<void> {
    return this.throttle.giveBack(taken);
  }
}
