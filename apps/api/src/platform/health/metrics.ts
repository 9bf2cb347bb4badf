import { Injectable } from '@nestjs/common';
import { Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import { Database } from '../database/database.js';
import { MailTransport } from '../mail/transport.js';
import { Dispatcher } from '../queue/dispatcher.js';

/** Figures of the process and of due work; no tenant, no person. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();

  constructor(database: Database, dispatcher: Dispatcher, mail: MailTransport) {
    collectDefaultMetrics({ register: this.registry });
    const registers = [this.registry];
    const jobs = new Gauge({
      name: 'yoriai_jobs',
      help: 'Jobs of this process by outcome',
      labelNames: ['outcome'],
      registers,
    });
    const due = new Gauge({
      name: 'yoriai_due',
      help: 'Deliveries and timers that are due now',
      labelNames: ['table'],
      registers,
    });
    const mails = new Gauge({
      name: 'yoriai_mails',
      help: 'Mails of this process by what the mail server made of them',
      labelNames: ['outcome'],
      registers,
    });
    const behind = new Gauge({
      name: 'yoriai_audit_behind',
      help: 'Tenants whose audit trail has not taken up all that happened',
      registers,
    });
    const late = new Gauge({
      name: 'yoriai_due_oldest_seconds',
      help: 'How long the oldest due delivery or timer has waited',
      labelNames: ['table'],
      registers,
      async collect() {
        for (const [outcome, count] of Object.entries(dispatcher.counts)) jobs.set({ outcome }, count);
        for (const [outcome, count] of Object.entries(mail.counts)) mails.set({ outcome }, count);
        const [trail] = (await database.workers.query(
          `select count(*)::int as n from app.behind_in_audit()`,
        )) as { n: number }[];
        behind.set(trail?.n ?? 0);
        for (const table of ['delivery', 'timer']) {
          const [row] = (await database.workers.query(
            `select count(*)::int as n, coalesce(extract(epoch from app.now() - min(due_at)), 0)::float8 as age
             from ${table} where state = 'DUE' and due_at <= app.now()`,
          )) as { n: number; age: number }[];
          due.set({ table }, row?.n ?? 0);
          this.set({ table }, row?.age ?? 0);
        }
      },
    });
    void late;
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}
