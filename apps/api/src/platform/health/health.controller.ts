import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Database } from '../database/database.js';
import { Metrics } from './metrics.js';

@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly metrics: Metrics,
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

  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4')
  async show(): Promise<string> {
    return this.metrics.text();
  }
}
