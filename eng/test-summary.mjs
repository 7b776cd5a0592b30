// Reads the machine-readable report (CTRF) of every test project, prints one line each, what failed and why what was
// skipped, and closes with the sum. Exit code 1 when a test failed or a project crashed or ran nothing.
// What failed at first and passed when it was tried once more counts as passed and is named as unsteady.
// Usage: node eng/test-summary.mjs <results folder> <yes when filtered: a project may then run nothing> <project>…
//        node eng/test-summary.mjs --failed <report>: the methods to try once more; none where so many failed that it is no accident
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const accidents = 3;
if (process.argv[2] === "--failed") {
  const failed = testsOf(process.argv[3]).filter(test => test.status === "failed");
  if (failed.length <= accidents) console.log([...new Set(failed.map(test => test.name.replace(/\(.*$/s, "")))].join("\n"));
  process.exit();
}

const [folder, filtered, ...projects] = process.argv.slice(2);
const nothingRan = 8; // exit code of Microsoft Testing Platform for "zero tests ran"

function testsOf(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).results.tests : [];
}

// A failure that did not come again is one no more, but keeps what it said.
function steadied(tests, again) {
  const passed = new Set(again.filter(test => test.status === "passed").map(test => test.name));
  return tests.map(test => (test.status === "failed" && passed.has(test.name) ? { ...test, status: "passed", unsteady: true } : test));
}

function read(project) {
  const file = extension => join(folder, `${project}.${extension}`);
  const text = path => (existsSync(path) ? readFileSync(path, "utf8") : "");
  const exit = Number(text(file("exit")).trim() || "-1");
  let report;
  try {
    report = JSON.parse(text(file("json"))).results;
  } catch {
    return { project, exit, crash: `no report, exit code ${exit}`, log: text(file("log")), tests: [] };
  }
  const tests = steadied(report.tests, testsOf(file("again.json")));
  const errors = (report.extra?.suites ?? []).flatMap(suite => suite.errors ?? []);
  const failed = report.tests.filter(test => test.status === "failed"); // at first: what the exit code speaks of
  const ran = report.tests.some(test => test.status === "passed" || test.status === "failed" || test.status === "skipped");
  let crash;
  if (errors.length > 0) crash = "an error outside the tests";
  else if (!ran && filtered !== "yes") crash = "ran no test";
  else if (exit !== 0 && failed.length === 0 && !(exit === nothingRan && !hasPassed(report))) crash = `exit code ${exit}`;
  return { project, exit, crash, log: text(file("log")), errors, tests, summary: report.summary };
}

function hasPassed(report) {
  return report.tests.some(test => test.status === "passed");
}

function count(outcome, status) {
  return outcome.tests.filter(test => test.status === status).length;
}

function closing(outcomes) {
  const sum = status => outcomes.reduce((total, outcome) => total + count(outcome, status), 0);
  // A project that crashed counts as one failure more: "0 failed" never stands under a broken run.
  const crashed = outcomes.filter(outcome => outcome.crash).length;
  return { passed: sum("passed"), failed: sum("failed") + crashed, skipped: sum("skipped") };
}

function printProject(outcome) {
  const seconds = outcome.summary ? ((outcome.summary.stop - outcome.summary.start) / 1000).toFixed(1) : "?";
  const counts = ["passed", "failed", "skipped"].map(status => `${count(outcome, status)} ${status}`).join(", ");
  console.log(`${outcome.project}: ${counts} (${seconds} s)${outcome.crash ? ` BROKEN: ${outcome.crash}` : ""}`);
}

function indent(text) {
  return String(text ?? "").trimEnd().replace(/^/gm, "    ");
}

// A crash says why first and then prints a long stack; a run that went wrong otherwise says so last.
function shortened(log) {
  const lines = log.trimEnd().split("\n").map(line => line.slice(0, 200));
  return lines.length <= 30 ? lines.join("\n") : [...lines.slice(0, 15), "…", ...lines.slice(-15)].join("\n");
}

function printFailures(outcome) {
  for (const test of outcome.tests.filter(test => test.status === "failed")) {
    console.log(`\nFAILED ${test.name}\n${indent(test.message)}\n${indent(test.trace)}`);
  }
  if (!outcome.crash) return;
  for (const error of outcome.errors ?? []) console.log(`\nERROR in ${outcome.project}\n${indent(JSON.stringify(error, null, 2))}`);
  console.log(`\nOutput of ${outcome.project}:\n${indent(shortened(outcome.log))}`);
}

function printUnsteady(outcomes) {
  for (const test of outcomes.flatMap(outcome => outcome.tests).filter(test => test.unsteady)) {
    console.log(`\nUNSTEADY ${test.name}: failed, and passed when tried once more\n${indent(test.message)}\n${indent(test.trace)}`);
  }
}

function printSkips(outcomes) {
  const reasons = new Map();
  for (const test of outcomes.flatMap(outcome => outcome.tests).filter(test => test.status === "skipped")) {
    const reason = test.extra?.reason ?? test.message ?? "no reason given";
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  if (reasons.size > 0) console.log("\nSkipped:");
  for (const [reason, times] of reasons) console.log(`  ${times} × ${reason}`);
}

const outcomes = projects.map(read);
outcomes.forEach(printFailures);
printUnsteady(outcomes);
printSkips(outcomes);
console.log("");
outcomes.forEach(printProject);
const total = closing(outcomes);
const empty = total.passed + total.failed + total.skipped === 0;
if (empty) console.log("No test matches the filter.");
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 || empty ? 1 : 0;
