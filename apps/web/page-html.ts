import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';
import { askedEarly, earlyScript } from './ask-early.js';
import { nameOf, tenantRoutes, visitorRoutes } from './src/routes.js';
import type { Operation } from './operations-list.js';
import { wordsUnder } from './page-words.js';

/** A page's route as the server's router writes it, and where the frame around the page lies. */
const pages = [
  ...Object.entries(visitorRoutes).map(([path, page]) => ({
    path: `/${path}`,
    page,
    frame: null,
  })),
  ...Object.entries(tenantRoutes).map(([path, page]) => ({
    path: path === '' ? '/t/:tenant' : `/t/:tenant/${path}`,
    page,
    frame: 'shell/tenant-root.tsx',
  })),
];

/**
 * One HTML file per page, which names the files that the page needs, so that a browser fetches all of them at once instead of finding
 * the second when it has run the first. `pages.json` tells the server which file answers which path.
 */
export function pageHtml(): Plugin {
  return {
    name: 'page-html',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const index = bundle['index.html'];
      if (index?.type !== 'asset') this.error('index.html comes before the pages');
      const list = bundle['operations.json'];
      if (list?.type !== 'asset') this.error('operations.json comes before the pages');
      const operations = Object.values(JSON.parse(String(list.source)) as Record<string, Operation>);
      const early = earlyScript(
        (name) =>
          operations.find((one) => one.name === name)?.text ?? this.error(`no operation is called ${name}`),
      );
      const fileName = `assets/early-${createHash('sha256').update(early).digest('hex').slice(0, 8)}.js`;
      this.emitFile({ type: 'asset', fileName, source: early });
      const html = String(index.source);
      // Before all others: it need not wait for them.
      const htmlWithEarly = html.replace(
        '<script',
        `<script type="module" crossorigin src="/${fileName}"></script>\n    <script`,
      );
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const chunkOf = (path: string): Rolldown.OutputChunk => {
        const found = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/src/${path}`)));
        return found ?? this.error(`no chunk has ${path}`);
      };
      const table: Record<string, string> = {};
      for (const { path, page, frame } of pages) {
        const needed = new Set<string>();
        const roots = [chunkOf(`pages/${page}.page.tsx`)];
        if (frame) roots.push(chunkOf(frame));
        if (wordsUnder(`pages/${page}.page.tsx`).length > 0) roots.push(chunkOf('words/ja/pages.ts'));
        for (const chunk of roots) closure(chunk, bundle, needed);
        const links = [...needed]
          .filter((one) => !html.includes(`"/${one}"`))
          .map((one) => `    <link rel="modulepreload" crossorigin href="/${one}">\n`);
        const file = `pages/${nameOf(page)}.html`;
        this.emitFile({
          type: 'asset',
          fileName: file,
          source: (askedEarly.includes(page) ? htmlWithEarly : html).replace(
            '</head>',
            `\n${links.join('')}  </head>`,
          ),
        });
        table[path] = file;
      }
      this.emitFile({ type: 'asset', fileName: 'pages.json', source: JSON.stringify(table) });
    },
  };
}

function closure(chunk: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle, into: Set<string>): void {
  if (into.has(chunk.fileName)) return;
  into.add(chunk.fileName);
  for (const name of chunk.imports) {
    const next = bundle[name];
    if (next?.type === 'chunk') closure(next, bundle, into);
  }
}
