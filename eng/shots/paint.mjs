// When pages are first painted on a phone: a processor four times slower and a mobile network (150 ms, 1.6 Mbit/s), nothing kept from before.
//   node paint.mjs BASE PATH... [--as PERSONA] [--runs 5]
// Needs Chromium (CHROMIUM, else /usr/bin/chromium). Beside each page the floor: a page that says one word.
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values: options, positionals: [base, ...paths] } = parseArgs({
  allowPositionals: true,
  options: { as: { type: 'string', default: '' }, runs: { type: 'string', default: '5' } },
});
if (!base || paths.length === 0) {
  console.error('node paint.mjs BASE PATH... [--as PERSONA] [--runs 5]');
  process.exit(2);
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
let storageState;
if (options.as) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${base}/en/sign-in`);
  await Promise.all([page.waitForNavigation(), page.locator(`form:has(input[value="${options.as}"]) button`).click()]);
  storageState = await context.storageState();
  await context.close();
}

async function painted(address) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, storageState });
  const page = await context.newPage();
  const phone = await context.newCDPSession(page);
  await phone.send('Network.enable');
  await phone.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 });
  await phone.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto(address, { waitUntil: 'load' });
  const measured = await page.evaluate(async () => {
    const paints = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
    for (let i = 0; i < 100 && paints() === undefined; i++) await new Promise(resolve => setTimeout(resolve, 50));
    const bytes = performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation')).reduce((sum, one) => sum + one.transferSize, 0);
    return { first: paints(), bytes };
  });
  await context.close();
  return measured;
}

for (const path of ['healthz', ...paths]) {
  const runs = [];
  for (let i = 0; i < Number(options.runs); i++) runs.push(await painted(`${base}/${path}`));
  runs.sort((one, other) => one.first - other.first);
  const middle = runs[runs.length >> 1];
  console.log(`${path.padEnd(28)} first painted ${middle.first.toFixed(0).padStart(5)} ms (${runs[0].first.toFixed(0)}–${runs.at(-1).first.toFixed(0)})  ${(middle.bytes / 1000).toFixed(0).padStart(4)} kB`);
}

await browser.close();
