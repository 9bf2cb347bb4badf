import type { Browser, BrowserContext, BrowserContextOptions } from '@playwright/test';
import { moveDate } from '../../../tools/day/move-date.cjs';

/** The browsers of all people in a journey. They show the application's time, also after the journey has moved it. */
export class Devices {
  private readonly open = new Set<BrowserContext>();
  private ahead = 0;

  /** Whatever this browser opens from now on has the right time from its first script on. */
  watch(browser: Browser): void {
    const newContext = browser.newContext.bind(browser);
    browser.newContext = async (options?: BrowserContextOptions) => {
      const context = await newContext(options);
      this.open.add(context);
      context.once('close', () => this.open.delete(context));
      await context.addInitScript(moveDate, this.ahead);
      return context;
    };
  }

  /** Sets all clocks, those of open pages too. */
  async show(now: Date): Promise<void> {
    // eslint-disable-next-line house/day-is-pinned -- the distance between the two clocks
    this.ahead = now.getTime() - Date.now();
    for (const context of this.open) {
      await context.addInitScript(moveDate, this.ahead);
      for (const page of context.pages()) await page.evaluate(moveDate, this.ahead);
    }
  }
}
