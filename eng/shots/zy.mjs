import { chromium } from 'playwright-core';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--allow-file-access-from-files'] });
const p = await b.newPage({ viewport: { width: 2220, height: 1500 } }); await p.goto('file:///tmp/html.html'); await p.waitForTimeout(300); await p.screenshot({ path: '/tmp/h-shots/phone.png' }); await b.close();
