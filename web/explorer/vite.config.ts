/** Builds the page into gateway/static/explorer/bundle: one script, one stylesheet, and what tells where they came from. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const here = import.meta.dirname;
const BUNDLE = join(here, '../../gateway/static/explorer/bundle');

/** Licences a bundled package may have: each asks for no more than that its notice travels along. */
const WELCOME = ['MIT', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'ISC', '0BSD'];

/** Leaves out the fonts GraphiQL carries as data (340 kB, and under other licences): the system has its own. */
function withoutFonts(): Plugin {
  return {
    name: 'without-fonts',
    enforce: 'pre',
    transform(code, id) {
      return id.endsWith('.css') ? code.replace(/@font-face\s*\{[^}]*\}/g, '') : null;
    },
  };
}

/** Everything the bundle is made from; tests/gateway/routes/test_explorer.py computes the same. */
function sourcesDigest(): string {
  const names = ['.npmrc', 'index.html', 'package-lock.json', 'package.json', 'tsconfig.json', 'vite.config.ts'];
  names.push(...readdirSync(join(here, 'src')).map((name) => `src/${name}`));
  const digest = createHash('sha256');
  for (const name of names.sort()) {
    digest.update(`${name}\0`).update(readFileSync(join(here, name))).update('\0');
  }
  return digest.digest('hex');
}

/** Writes sources.sha256 and THIRD_PARTY.txt beside the bundle; refuses a package with another licence. */
function provenance(): Plugin {
  return {
    name: 'provenance',
    generateBundle(_options, bundle) {
      const folders = new Set<string>();
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        for (const id of output.moduleIds) {
          const match = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id);
          if (match?.[1]) folders.add(match[1]);
        }
      }
      folders.add(join(here, 'node_modules/graphiql'));
      const notices = [...folders].map((folder) => {
        const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
        if (!WELCOME.includes(license)) this.error(`${name} ${version} is under ${license}, which we do not bundle`);
        const file = readdirSync(folder).sort().find((name) => /^licen[cs]e/i.test(name));
        const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '(The package carries no licence text.)';
        return `${name} ${version} (${license})\n\n${text.replace(/\r\n/g, '\n')}\n`;
      });
      const rule = `\n${'-'.repeat(80)}\n\n`;
      const heading = 'The explorer is made of these packages; each is used under the licence printed with it.\n';
      this.emitFile({
        type: 'asset',
        fileName: 'THIRD_PARTY.txt',
        source: [heading, ...[...new Set(notices)].sort()].join(rule),
      });
      this.emitFile({ type: 'asset', fileName: 'sources.sha256', source: `${sourcesDigest()}\n` });
    },
  };
}

export default defineConfig({
  base: './',
  // The gateway puts a fresh nonce and its own address in place of these marks, each time the page is asked for.
  html: { cspNonce: '%nonce%' },
  plugins: [withoutFonts(), provenance()],
  build: {
    outDir: BUNDLE,
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: false,
    cssCodeSplit: false,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      output: {
        codeSplitting: false,
        entryFileNames: 'explorer-[hash].js',
        assetFileNames: 'explorer-[hash][extname]',
      },
      onLog: (level, log, handler) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : handler(level, log)),
    },
  },
});
