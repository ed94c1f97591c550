import vue from '@vitejs/plugin-vue';
import { defineConfig, type Plugin } from 'vite';

/** Vant's icon font is embedded, with a copy at a CDN as a second source. Nothing here comes from elsewhere. */
const withoutCdn: Plugin = {
  name: 'without-cdn',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('/vant/') && id.endsWith('.css') ? code.replace(/,\s*url\(\/\/at\.alicdn\.com[^)]*\)\s*format\("woff"\)/g, '') : null,
};

export default defineConfig({
  base: './',
  plugins: [vue(), withoutCdn],
  build: {
    outDir: '../../Server/wwwroot',
    emptyOutDir: true,
    target: 'es2022',
  },
  server: {
    proxy: {
      '/hub': { target: 'http://127.0.0.1:10003', ws: true },
      '/openim': 'http://127.0.0.1:10003',
      '/sandbox': 'http://127.0.0.1:10003',
    },
  },
});
