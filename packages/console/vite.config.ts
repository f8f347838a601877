import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { buildMark } from '@switchboard/contract/console-build';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type Rollup } from 'vite';
import { missingTexts } from './i18n/missing-texts.ts';
import { type IconPurpose, markPixels } from './icons/mark-pixels.ts';
import { pngFile } from './icons/png-file.ts';

/** What a browser fetches before the first picture, compressed. An office line of 10 Mbit/s brings it in 0.3 s. */
const firstLoadLimit = 300 * 1024;

/** The chunks that a page needs to begin with: its entry and all that this imports, but what is imported later. */
function firstChunks(bundle: Rollup.OutputBundle): ReadonlySet<Rollup.OutputChunk> {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const needed = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const { imports } of needed) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) needed.add(chunk);
  }
  return needed;
}

/** Prints the compressed size of the first load, and fails the build above the limit. */
function weigh(): Plugin {
  return {
    name: 'weigh',
    apply: 'build',
    generateBundle(_, bundle) {
      const assets = Object.values(bundle).filter((file) => file.type === 'asset');
      const parts = [
        ...assets.map(({ source }) => source),
        ...Array.from(firstChunks(bundle), ({ code }) => code),
      ];
      const weights = parts.map((part) => gzipSync(part).length);
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const kilobytes = (total / 1024).toFixed(1);
      if (total > firstLoadLimit) {
        this.error(`the first load weighs ${kilobytes} KB compressed, more than ${firstLoadLimit / 1024} KB`);
      }
      this.info(`first load: ${kilobytes} KB compressed of at most ${firstLoadLimit / 1024} KB`);
    },
  };
}

/** Fails the build while a text lacks in one of the languages. */
function wholeLanguages(): Plugin {
  return {
    name: 'whole languages',
    apply: 'build',
    async buildStart() {
      const missing = await missingTexts();
      if (missing.length > 0) this.error(`texts that lack, or are too many:\n  ${missing.join('\n  ')}`);
    },
  };
}

/** The icons that public/manifest.webmanifest names, drawn anew with each build. */
function drawIcons(): Plugin {
  const icons: readonly (readonly [name: string, size: number, purpose: IconPurpose])[] = [
    ['mark-96', 96, 'any'],
    ['mark-192', 192, 'any'],
    ['mark-512', 512, 'any'],
    ['mark-maskable-512', 512, 'maskable'],
  ];
  return {
    name: 'draw icons',
    apply: 'build',
    // Behind "weigh": a browser fetches them when it installs the app, not before the first picture.
    enforce: 'post',
    generateBundle() {
      for (const [name, size, purpose] of icons) {
        const source = pngFile(size, markPixels(size, purpose), deflateSync);
        this.emitFile({ type: 'asset', fileName: `icons/${name}.png`, source });
      }
    },
  };
}

/** Writes into the page how it was built, so that it can tell when the server has another one. */
function nameBuild(): Plugin {
  return {
    name: 'name the build',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const hash = createHash('sha256');
        for (const [fileName, file] of Object.entries(bundle).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
          hash.update(fileName).update(file.type === 'asset' ? file.source : file.code);
        }
        const page = bundle['index.html'];
        if (page?.type !== 'asset') return this.error('there is no index.html to write the build into');
        const mark = `<meta name="${buildMark}" content="${hash.digest('hex').slice(0, 16)}" />`;
        page.source = String(page.source).replace('</head>', `  ${mark}\n  </head>`);
      },
    },
  };
}

/** Beside each file its compressed copies, once and as small as can be: the server sends what the browser takes. */
function compress(): Plugin {
  return {
    name: 'compress',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const [fileName, file] of Object.entries(bundle)) {
          if (!/\.(?:js|css|html|svg)$/u.test(fileName)) continue;
          const source = Buffer.from(file.type === 'asset' ? file.source : file.code);
          this.emitFile({ type: 'asset', fileName: `${fileName}.br`, source: brotliCompressSync(source) });
          this.emitFile({
            type: 'asset',
            fileName: `${fileName}.gz`,
            source: gzipSync(source, { level: 9 }),
          });
        }
      },
    },
  };
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  plugins: [react(), wholeLanguages(), weigh(), drawIcons(), nameBuild(), compress()],
  build: {
    target: 'es2023',
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: false,
    // No data: addresses and no inline script: the page runs under a strict security policy.
    assetsInlineLimit: 0,
    // What counts is the compressed weight, which has its own limit above.
    chunkSizeWarningLimit: 2_000,
    modulePreload: { polyfill: false },
  },
});
