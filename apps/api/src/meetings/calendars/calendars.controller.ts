import { Controller, Get, Header, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { fromPublicId } from '@yoriai/domain/kernel';
import { calendarRates } from '@yoriai/domain/meetings';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { networkOf } from '../../platform/auth/network.js';
import { Throttle } from '../../platform/auth/throttle.js';
import { found, Refusal, refuse } from '../../platform/errors/must.js';
import { Contexts } from '../../platform/graphql/contexts.js';
import { Calendars } from './calendars.js';
import { meetingById } from '../meeting/meetings.loader.js';

const statusOf: Record<string, number> = { NOT_FOUND: 404, UNAUTHENTICATED: 401, RATE_LIMITED: 429 };

/** Calendars are fetched by programs, so they are files behind addresses and not GraphQL. */
@Controller()
export class CalendarsController {
  constructor(
    @Inject(Calendars) private readonly calendars: Calendars,
    @Inject(Throttle) private readonly throttle: Throttle,
    @Inject(Contexts) private readonly contexts: Contexts,
  ) {}

  /** The private feed of one member. A wildcard, because the router cuts parameters at a hundred characters. */
  @Get('calendar/*')
  feed(@Param('*') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return send(reply, async () => {
      // Calendar services share addresses among their users: only misses count against an address.
      const key = networkOf(request.ip);
      const taken = await this.throttle.take({ bucket: 'calendar-guess', key, rate: calendarRates.misses });
      const { tenantId, feedId } = await this.calendars.open(nameOf(file));
      await this.throttle.giveBack(taken);
      await this.throttle.take({ bucket: 'calendar-feed', key: feedId, rate: calendarRates.feed });
      return this.calendars.feed(tenantId, feedId);
    });
  }

  /** One meeting's series, for a member who is signed in; `?tenant=` says in which tenant, since a link carries no header. */
  @Get('meetings/:file')
  @Header('Content-Disposition', 'attachment; filename="yoriai.ics"')
  meeting(
    @Param('file') file: string,
    @Query('tenant') tenant: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return send(reply, async () => {
      if (tenant !== undefined) request.headers['yoriai-tenant'] ??= tenant;
      const context = await this.contexts.ofRequest(request, reply);
      try {
        const { memberId } = context.me();
        const id = fromPublicId('Meeting', nameOf(file)) ?? refuse({ code: 'NOT_FOUND' });
        const meeting = found(await context.load(meetingById, id));
        return await this.calendars.write(await context.read(), memberId, [meeting.seriesId]);
      } finally {
        await context.close();
      }
    });
  }
}

const nameOf = (file: string): string =>
  /^([\w.-]{1,300})\.ics$/.exec(file)?.[1] ?? refuse({ code: 'NOT_FOUND' });

async function send(reply: FastifyReply, write: () => Promise<string>): Promise<void> {
  try {
    const text = await write();
    await reply
      .header('Content-Type', 'text/calendar; charset=utf-8')
      .header('Cache-Control', 'private, max-age=900')
      .send(text);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code } = error.failure;
    await reply.code(statusOf[code] ?? 400).send({ error: code });
  }
}
