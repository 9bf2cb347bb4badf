import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';
import { VitePWA } from 'vite-plugin-pwa';
import { chunkGroups } from './chunks.js';
import { operationsList } from './operations-list.js';
import { pageHtml } from './page-html.js';
import { pageWords } from './page-words.js';
import { precompileGql } from './precompile-gql.js';

const productionRouter = fileURLToPath(
  import.meta.resolve('react-router').replace('/dist/development/', '/dist/production/'),
);
const api = process.env['API_URL'] ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [
    react(),
    pageWords(),
    precompileGql(),
    operationsList(),
    pageHtml(),
    compression({
      include: /\.(js|css|html|svg)$/,
      algorithms: ['gzip', 'brotliCompress'],
      threshold: 1_000,
    }),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'sw.ts',
      injectRegister: false,
      injectManifest: {
        globPatterns: [
          'index.html',
          'icon.svg',
          'assets/*.css',
          'assets/{index,rolldown-runtime,app,frame,last-tenant,boxes,pages,rules,meetings,features,en}-*.js',
          'assets/{home,calendar,meeting,help-lines}.page-*.js',
          'assets/{preparation,live-line}-*.js',
        ],
      },
      manifest: {
        name: '寄り合い',
        short_name: '寄り合い',
        description: '小さな会社の経営者どうしの支え合い',
        lang: 'ja',
        start_url: '/',
        display: 'standalone',
        background_color: '#f6f8f9',
        theme_color: '#0b7178',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
    }),
  ],
  resolve: {
    alias: [
      // The package offers browsers its development build only; this one is the same without the warnings.
      { find: /^react-router$/, replacement: productionRouter },
      {
        find: /^@yoriai\/domain\/(.+)$/,
        replacement: fileURLToPath(new URL('../../libs/domain/src/$1/index.ts', import.meta.url)),
      },
    ],
  },
  build: {
    target: ['chrome111', 'safari16.4', 'firefox128'],
    manifest: true,
    chunkSizeWarningLimit: 700,
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: chunkGroups,
        },
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/calendar', '/meetings', '/dev', '/auth', '/healthz', '/readyz', '/metrics'].map(
        (path) => [path, { target: api, ws: path === '/graphql' }],
      ),
    ),
  },
});
