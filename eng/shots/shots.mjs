// Pictures of pages as people see them, and what axe says of them.
//   node shots.mjs OUT BASE PATH... [--axe] [--widths 360,768,1440] [--languages ja,en] [--themes light,dark] [--full] [--as PERSONA]
// Needs Chromium (CHROMIUM, else /usr/bin/chromium). Exit code 1 where axe or the console complains.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values: options, positionals: [out, base, ...paths] } = parseArgs({
  allowPositionals: true,
  options: {
    axe: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    widths: { type: 'string', default: '360,768,1440' },
    languages: { type: 'string', default: 'ja,en' },
    themes: { type: 'string', default: 'light,dark' },
    as: { type: 'string', default: '' },
  },
});
if (!out || !base || paths.length === 0) {
  console.error('node shots.mjs OUT BASE PATH... [--axe] [--full] [--widths …] [--languages …] [--themes …] [--as …]');
  process.exit(2);
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
mkdirSync(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
let complaints = 0;
let storageState;
if (options.as) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${base}/en/sign-in`);
  await Promise.all([page.waitForNavigation(), page.locator(`form:has(input[value="${options.as}"]) button`).click()]);
  storageState = await context.storageState();
  await context.close();
}

async function shoot(path, width, language, theme) {
  // the page's own policy forbids foreign scripts, axe's included: lifted for axe only
  const context = await browser.newContext({ viewport: { width, height: width < 500 ? 780 : 900 }, colorScheme: theme, bypassCSP: options.axe, locale: language, storageState });
  const page = await context.newPage();
  const name = `${path.replaceAll(/[^a-z0-9]+/gi, '-').replaceAll(/^-|-$/g, '') || 'home'}-${language}-${width}-${theme}`;
  page.on('console', message => {
    if (message.type() === 'error') complain(`${name}: ${message.text()}`);
  });
  page.on('pageerror', error => complain(`${name}: ${error.message}`));
  await page.goto(`${base}/${language}/${path}`, { waitUntil: 'networkidle' });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) complain(`${name}: ${wide} px wider than the screen`);
  await page.screenshot({ path: `${out}/${name}.png`, fullPage: options.full });
  if (options.axe) {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    for (const violation of violations)
      for (const node of violation.nodes)
        complain(`${name}: ${violation.id} (${violation.impact}) ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`);
  }
  await context.close();
}

function complain(text) {
  complaints++;
  console.error(text);
}

for (const path of paths)
  for (const language of options.languages.split(','))
    for (const theme of options.themes.split(','))
      for (const width of options.widths.split(',').map(Number)) await shoot(path === '.' ? '' : path, width, language, theme);
await browser.close();
console.log(`${out}: done, ${complaints} complaints`);
process.exit(complaints > 0 ? 1 : 0);
