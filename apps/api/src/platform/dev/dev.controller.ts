import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG } from '../boot/tokens.js';
import type { Config } from '../config.js';
import { Database } from '../database/database.js';
import { shiftClock } from './clock.js';
import { mustBeOurs } from './only-here.js';
import { Sweep } from '../queue/sweep.js';

/** Moves time and runs what that makes due. Exists in embedded mode only. */
@Controller('dev')
export class DevController {
  constructor(
    private readonly database: Database,
    private readonly sweep: Sweep,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** `{ "advance": seconds }`; answers with the new time. */
  @Post('clock')
  @HttpCode(200)
  async clock(@Req() request: FastifyRequest, @Body() body: { advance?: number }): Promise<{ now: string }> {
    mustBeOurs(this.config, request);
    const seconds = Number(body?.advance ?? 0);
    return { now: (await shiftClock(this.database, Number.isFinite(seconds) ? seconds : 0)).toISOString() };
  }

  @Post('drain')
  @HttpCode(200)
  async drain(@Req() request: FastifyRequest): Promise<{ done: number }> {
    mustBeOurs(this.config, request);
    return { done: await this.sweep.drain() };
  }
}
