// How the pages are built: one build per page, chosen by mode, so that each knows exactly its own files.
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { compileHint } from './scripts/compile-hint.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Folders of pdfjs-dist the PDF viewer asks for by address, served below `/pdfjs/`. */
const pdfFolders = ['cmaps', 'standard_fonts', 'wasm', 'iccs'] as const;

/** The PDF viewer must work with the network cut, so its tables travel with the kiosk's own files. */
function pdfAssets(): Plugin {
  const source = (folder: string) => at(`node_modules/pdfjs-dist/${folder}`);
  return {
    name: 'pdf-assets',
    configureServer(server) {
      server.middlewares.use('/pdfjs', (request, response, next) => {
        const [folder = '', name = ''] = (request.url ?? '').split('?')[0]?.slice(1).split('/') ?? [];
        const known = pdfFolders.some((pdfFolder) => pdfFolder === folder) && /^[\w.-]+$/.test(name);
        const path = `${source(folder)}/${name}`;
        if (known && existsSync(path)) createReadStream(path).pipe(response);
        else next();
      });
    },
    async closeBundle() {
      for (const folder of pdfFolders) {
        await cp(source(folder), at(`dist/kiosk/pdfjs/${folder}`), { recursive: true });
      }
    },
  };
}

const common: UserConfig = {
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es', rolldownOptions: { output: { postBanner: compileHint } } },
  build: {
    target: 'es2024',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
};

const appVersion: unknown = JSON.parse(readFileSync(at('package.json'), 'utf8')).version;

const kiosk: UserConfig = {
  ...common,
  define: { __APP_VERSION__: JSON.stringify(appVersion) },
  root: at('kiosk'),
  publicDir: at('public'),
  plugins: [pdfAssets()],
  build: {
    ...common.build,
    outDir: at('dist/kiosk'),
    assetsInlineLimit: 0,
    // The wall screen is a second page of the same build: it shares engine, workers and service worker.
    rolldownOptions: { input: [at('kiosk/index.html'), at('kiosk/screen/index.html')] },
  },
};

const admin: UserConfig = {
  ...common,
  root: at('admin/page'),
  base: '/admin/',
  publicDir: false,
  build: { ...common.build, outDir: at('dist/admin'), assetsInlineLimit: 0 },
};

/** The scripts of the phone's pages that need more than a few lines: lists and texts in several symbols. */
const phone: UserConfig = {
  ...common,
  root: at('admin/phone'),
  base: '/m/app/',
  publicDir: false,
  build: {
    ...common.build,
    target: 'es2020',
    outDir: at('dist/phone'),
    rollupOptions: {
      input: {
        list: at('admin/phone/list.ts'),
        receive: at('admin/phone/receive.ts'),
        forms: at('admin/phone/forms/forms.ts'),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'assets/[name]-[hash].js' },
    },
  },
};

/** Built after the kiosk into the same folder; its precache list is put in by `define`. */
const serviceWorker: UserConfig = {
  ...common,
  root: at('kiosk'),
  publicDir: false,
  build: {
    ...common.build,
    outDir: at('dist/kiosk'),
    emptyOutDir: false,
    lib: {
      entry: at('kiosk/service-worker/main.ts'),
      formats: ['iife'],
      name: 'serviceWorker',
      fileName: () => 'sw.js',
    },
  },
};

/** The kill switch: an operator copies it over `sw.js` to undo the service worker on every terminal. */
const retiredServiceWorker: UserConfig = {
  ...serviceWorker,
  build: {
    ...serviceWorker.build,
    lib: {
      entry: at('kiosk/service-worker/retire.ts'),
      formats: ['iife'],
      name: 'retiredServiceWorker',
      fileName: () => 'sw-retired.js',
    },
  },
};

/** Modes are page names: `vite build --mode admin`; without one it is the kiosk. */
export default defineConfig(({ mode }) => {
  if (mode === 'admin') return admin;
  if (mode === 'phone') return phone;
  if (mode === 'service-worker') return serviceWorker;
  return mode === 'retired-service-worker' ? retiredServiceWorker : kiosk;
});
