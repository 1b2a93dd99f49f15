// How the pages are built, and how they find the server while one works on them.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { offline } from './offline.ts';
import { unreadSchemas } from './unread-schemas.ts';

const sharedByTables =
  /client\/src\/(outbox\/|features\/sub-tables\/(use-server-tick|use-deadline-over)\.ts|ui\/(Select|StatusPill|EmptyState)\.tsx|api\/lab-line\.ts|realtime\/(retry-delay|ways|socket-class)\.ts)|shared\/src\/(permissions|domain\/(contribution|document|clock-face|table-clock|table-session)|i18n\/dates)\.ts|lucide-react\/dist\/esm\/icons\/(check|clock|pencil|send|smartphone|undo-2)\./;

const server = `http://localhost:${process.env.PORT ?? 3000}`;

export default defineConfig({
  plugins: [unreadSchemas, react(), VitePWA(offline)],
  resolve: { dedupe: ['yjs', 'react', 'react-dom'] },
  build: {
    target: ['chrome109', 'firefox115', 'safari16.4'],
    // A small file is still a file: `data:` URLs would need an exception in the content policy.
    assetsInlineLimit: 0,
    // Where the weight of what a phone loads is read from (tests/gates/weight.test.ts); never served.
    manifest: true,
    // Every browser above knows `modulepreload` or does without it.
    modulePreload: { polyfill: false },
    // What the first page needs is one file: on a slow line each file of its own costs another way there and back.
    // So is what the page of a table shares with others: a dozen crumbs would be three ways there and back. So are the icons of all others,
    // and what a dozen of them have in common.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'], priority: 2 },
            { name: 'pieces', test: sharedByTables, priority: 1 },
            { name: 'icons', test: /lucide-react/, minShareCount: 2 },
            { name: 'common', test: /(client|shared)\/src\//, minShareCount: 12 },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      // Written out, because the short form would tell the server another host than the page's own.
      '/api': { target: server },
      '/sync': { target: server, ws: true },
      '/feed': { target: server, ws: true },
    },
  },
});
