import type { Devices } from './devices.js';

/** The application's one clock, which development may move; what falls due is then done at once instead of waited for. */
export class Clock {
  constructor(
    private readonly url: string,
    private readonly devices: Devices,
  ) {}

  /** Moves time on and runs what that made due, until nothing is. */
  async advance({
    days = 0,
    hours = 0,
    minutes = 0,
  }: {
    days?: number;
    hours?: number;
    minutes?: number;
  }): Promise<Date> {
    const { now } = await this.post<{ now: string }>('/dev/clock', {
      advance: ((days * 24 + hours) * 60 + minutes) * 60,
    });
    await this.devices.show(new Date(now));
    await this.drain();
    return new Date(now);
  }

  async drain(): Promise<void> {
    await this.post('/dev/drain', {});
  }

  private async post<Answer>(path: string, body: unknown): Promise<Answer> {
    const response = await fetch(`${this.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return (await response.json()) as Answer;
  }
}
