// Of Tabler's styles those that a page can ask for: any whose names stand as words in a page, in code or in an island.
import { readFile } from 'node:fs/promises';
import { PurgeCSS } from 'purgecss';

/** Where names of styles are written. */
const content = ['../src/**/*.razor', '../src/**/*.cs', '*.ts', 'islands/**/*.ts'];

/** Names put together with a tone (Tone.cs), and what Turbo sets. */
const safelist = [/^(alert|badge|timeline)-(info|success|warning|danger|neutral)$/, /^turbo/];

export const tablerPlugin = {
  name: 'tabler',
  setup(build) {
    build.onLoad({ filter: /@tabler[\\/]core[\\/]dist[\\/]css[\\/]tabler\.min\.css$/ }, async ({ path }) => {
      const raw = await readFile(path, 'utf8');
      const [{ css }] = await new PurgeCSS().purge({ content, css: [{ raw }], safelist, keyframes: true, fontFace: true });
      return { contents: css, loader: 'css' };
    });
  },
};
