import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { BrowserContext, BrowserContextOptions } from '@playwright/test';

/**
 * The line between a browser and the application, as a proxy. Cutting it ends what is open and lets nothing through, also for service
 * workers, which some versions of Chromium leave connected when a page is told that it is offline.
 */
export class Line {
  private readonly open = new Set<Socket>();
  private isCut = false;
  private readonly proxy = createServer((asked, answer) => {
    const onward = request(asked.url!, { method: asked.method, headers: asked.headers }, (answered) => {
      answer.writeHead(answered.statusCode!, answered.rawHeaders);
      answered.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  })
    .on('connect', ({ url }, near: Socket) => {
      const { hostname, port } = new URL(`http://${url!}`);
      const far = connect(Number(port), hostname, () => {
        near.write('HTTP/1.1 200 OK\r\n\r\n');
        near.pipe(far).pipe(near);
      });
      near.on('error', () => far.destroy()).on('close', () => far.destroy());
      far.on('error', () => near.destroy());
    })
    .on('connection', (socket: Socket) => {
      if (this.isCut) return void socket.destroy();
      this.open.add(socket);
      socket.once('close', () => this.open.delete(socket));
    });

  /** What a context needs to go through this line. */
  async settings(): Promise<BrowserContextOptions> {
    this.proxy.listen(0, '127.0.0.1');
    await once(this.proxy, 'listening');
    const { port } = this.proxy.address() as AddressInfo;
    return { proxy: { server: `http://127.0.0.1:${port}`, bypass: '<-loopback>' } };
  }

  async cut(context: BrowserContext): Promise<void> {
    this.isCut = true;
    for (const socket of this.open) socket.destroy();
    await context.setOffline(true);
  }

  async mend(context: BrowserContext): Promise<void> {
    this.isCut = false;
    await context.setOffline(false);
  }

  async end(): Promise<void> {
    this.proxy.close();
    for (const socket of this.open) socket.destroy();
    await once(this.proxy, 'close');
  }
}
