import { timingSafeEqual, createHash } from 'node:crypto';
import { Controller, Get, Header, Inject, NotFoundException, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG } from '../boot/tokens.js';
import type { Config } from '../config.js';
import { Database } from '../database/database.js';
import { mustBeHere } from '../dev/only-here.js';
import { Metrics } from './metrics.js';

@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly metrics: Metrics,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The process answers. */
  @Get('healthz')
  alive(): { status: string } {
    return { status: 'ok' };
  }

  /** The process can do its work: each of its databases answers. */
  @Get('readyz')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    try {
      await Promise.all([
        this.database.members.query('select 1'),
        this.database.workers.query('select 1'),
        this.database.auth.query('select 1'),
      ]);
      await reply.send({ status: 'ok' });
    } catch {
      await reply.code(503).send({ status: 'the database does not answer' });
    }
  }

  /** For callers that hold the token; in development for all callers. Without the setting a server refuses them. */
  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4')
  async show(@Req() request: FastifyRequest): Promise<string> {
    const { metricsToken } = this.config;
    if (metricsToken === null) mustBeHere(this.config, request);
    else if (!isSame(request.headers.authorization ?? '', `Bearer ${metricsToken}`))
      throw new NotFoundException();
    return this.metrics.text();
  }
}

/** Takes as long for what is nearly right as for what is quite wrong. */
const isSame = (given: string, wanted: string): boolean => {
  const [a, b] = [given, wanted].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(a!, b!);
};
