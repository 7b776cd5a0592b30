// Bundles the islands and the styles. `node build.mjs DIR` writes into DIR; types are checked first.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { build } from 'esbuild';
import { tablerPlugin } from './tabler.mjs';
import { worldPlugin } from './world.mjs';

const out = process.argv[2] ?? 'dist';
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit'], { stdio: 'inherit' });
rmSync(out, { recursive: true, force: true }); // no stale chunks
await build({
  entryPoints: { app: 'app.ts' },
  outdir: out,
  bundle: true,
  format: 'esm',
  splitting: true,
  minify: true,
  target: 'es2022',
  chunkNames: '[name]-[hash]',
  loader: { '.svg': 'dataurl' },
  plugins: [tablerPlugin, worldPlugin],
  logLevel: 'warning',
});
