// What makes the pages open without a network: a service worker that keeps the whole shell, fonts included, and the manifest of the app.
// What people wrote is not its business; documents keep their own copies.
import type { VitePWAOptions } from 'vite-plugin-pwa';

export const offline: Partial<VitePWAOptions> = {
  strategies: 'generateSW',
  // A new version waits until no page of the old one is open; src/app starts it where that is so. Nobody is reloaded while typing.
  registerType: 'prompt',
  injectRegister: false,
  filename: 'sw.js',
  includeAssets: ['favicon.svg', 'theme.js', 'apple-touch-icon.png'],
  workbox: {
    globPatterns: ['**/*.{js,css,html,svg,png,woff2}'],
    navigateFallback: '/index.html',
    navigateFallbackDenylist: [/^\/(?:api|sync|feed|assets|metrics|healthz)(?:[/?]|$)/, /^\/[^/]*\.[a-z0-9]+$/i],
    cleanupOutdatedCaches: true,
    clientsClaim: true,
    maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
    sourcemap: false,
  },
  manifest: {
    id: '/',
    name: 'Cocrea',
    short_name: 'Cocrea',
    description: 'La mesa de trabajo donde una estrategia se escribe entre todos.',
    lang: 'es-GT',
    dir: 'ltr',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#fbfaf7',
    theme_color: '#fbfaf7',
    categories: ['productivity', 'government'],
    icons: [
      { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
};
