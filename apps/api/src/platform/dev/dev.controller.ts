import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Database } from '../database/database.js';
import { shiftClock } from './clock.js';
import { Sweep } from '../queue/sweep.js';

/** Moves time and runs what that makes due. Exists in embedded mode only. */
@Controller('dev')
export class DevController {
  constructor(
    private readonly database: Database,
    private readonly sweep: Sweep,
  ) {}

  /** `{ "advance": seconds }`; answers with the new time. */
  @Post('clock')
  @HttpCode(200)
  async clock(@Body() body: { advance?: number }): Promise<{ now: string }> {
    const seconds = Number(body?.advance ?? 0);
    return { now: (await shiftClock(this.database, Number.isFinite(seconds) ? seconds : 0)).toISOString() };
  }

  @Post('drain')
  @HttpCode(200)
  async drain(): Promise<{ done: number }> {
    return { done: await this.sweep.drain() };
  }
}
