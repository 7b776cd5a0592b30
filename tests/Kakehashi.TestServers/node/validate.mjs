// Holds files against the standards that they claim: node validate.mjs, with one task a line as JSON on standard input:
//   {"kind":"json","schema":"…","file":"…"}   JSON Schema (ajv)          {"kind":"shacl","shapes":"…","file":"….ttl"}   SHACL
//   {"kind":"same","turtle":"…","jsonld":"…"} two writings of one graph
// Answers each with one line, a JSON array of what is wrong: empty where nothing is.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import jsonld from 'jsonld';
import { Parser, Writer } from 'n3';
import rdf from '@rdfjs/dataset';
import SHACLValidator from 'rdf-validate-shacl';

const text = file => readFileSync(file, 'utf8');
const json = file => JSON.parse(text(file));
const turtle = file => new Parser({ format: 'text/turtle' }).parse(text(file));
const canonical = (graph, options) => jsonld.canonize(graph, { algorithm: 'RDFC-1.0', format: 'application/n-quads', ...options });
// what a catalogue needs from elsewhere would be asked for on the web
const documentLoader = address => Promise.reject(new Error(`${address} is not part of the file`));

const kinds = {
  json({ schema, file }) {
    // the patterns are of before Unicode's, and some schemas name a meta-schema of their own address
    const ajv = addFormats(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false }));
    const { $schema, ...rules } = json(schema);
    const check = ajv.compile(rules);
    return check(json(file)) ? [] : check.errors.map(({ instancePath, message, params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`);
  },
  async shacl({ shapes, file }) {
    const report = await new SHACLValidator(rdf.dataset(turtle(shapes))).validate(rdf.dataset(turtle(file)));
    return report.results.map(one => `${one.focusNode?.value} ${one.path?.value} ${one.value?.value ?? ''} ${one.sourceConstraintComponent?.value.split('#')[1]}`);
  },
  async same({ turtle: one, jsonld: other }) {
    const quads = turtle(one);
    const plain = new Writer({ format: 'application/n-quads' }).quadsToString(quads);
    const written = [await canonical(plain, { inputFormat: 'application/n-quads' }), await canonical(json(other), { documentLoader })].map(graph => graph.split('\n').filter(Boolean));
    const missing = (from, than, name) => from.filter(line => !than.includes(line)).map(line => `${name} alone: ${line}`);
    return quads.length === 0 ? ['the graph is empty'] : [...missing(written[0], written[1], 'Turtle'), ...missing(written[1], written[0], 'JSON-LD')];
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const task = JSON.parse(line);
  const wrong = await Promise.resolve().then(() => kinds[task.kind](task)).catch(fault => [`${fault}`]);
  console.log(JSON.stringify(wrong));
}
