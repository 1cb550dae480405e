// SPDX-License-Identifier: GPL-3.0-or-later
import { defineConfig } from 'vite';
import { antStyles, noRuntimeStyles, themeStyles } from './tools/styles.ts';

export default defineConfig({
  base: '/',
  plugins: [themeStyles(), antStyles(), noRuntimeStyles()],
  build: {
    target: 'es2022',
    // Every asset is a file of its own: the content security policy allows no data: URL but images.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: { index: 'index.html', home: 'home.html', check: 'check.html', register: 'register.html' },
      onwarn(warning, warn) {
        // Ant Design marks its modules for servers; here there is none.
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
    chunkSizeWarningLimit: 1200,
  },
  server: { proxy: { '/v1': process.env['ZHUN_SERVER'] ?? 'http://127.0.0.1:8080' } },
});
