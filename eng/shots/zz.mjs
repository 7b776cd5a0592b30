import { chromium } from 'playwright-core';
const [out, url, width, theme, ...clips] = process.argv.slice(2);
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const c = await b.newContext({ viewport: { width: +width, height: 900 }, colorScheme: theme });
const p = await c.newPage(); await p.goto(url, { waitUntil: 'networkidle' });
for (const [i, cl] of clips.entries()) { const [y, y2] = cl.split('-').map(Number); await p.screenshot({ path: `${out}-${i}.png`, fullPage: true, clip: { x: 0, y, width: +width, height: y2 - y } }); }
console.log(await p.evaluate(() => document.documentElement.scrollHeight));
await b.close();
