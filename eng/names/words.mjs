// Writes src/Kakehashi.Matching/Tables/common-words.txt: the words that many institutions have in their names, each with its bits,
// log2(names / names that have it). From a data dump of the Research Organization Registry (CC0), schema 2, a record a line:
//   node eng/names/words.mjs DUMP.jsonl.gz
import { createReadStream, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

const [dump] = process.argv.slice(2);
const [least, words] = [60, new Map()];
let names = 0;
for await (const line of createInterface({ input: createReadStream(dump).pipe(createGunzip()) })) {
  const record = JSON.parse(line);
  if (record.status !== 'active') continue;
  for (const name of record.names.filter(one => !one.types.includes('acronym'))) {
    const found = new Set(name.value.normalize('NFKD').toLowerCase().replace(/[\p{M}']/gu, '').match(/[a-z0-9]+/g));
    if (found.size > 0) names++;
    for (const word of found) words.set(word, (words.get(word) ?? 0) + 1);
  }
}

const common = [...words].filter(([, count]) => count >= least).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
const head = `# Words of institutions' names and their bits, from ${names} names of the Research Organization Registry (CC0)\n`;
writeFileSync(new URL('../../src/Kakehashi.Matching/Tables/common-words.txt', import.meta.url), head + common.map(([word, count]) => `${word} ${Math.log2(names / count).toFixed(1)}`).join('\n') + '\n');
