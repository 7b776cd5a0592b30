// Puts DuckDB's library for one platform in place: node fetch.mjs <runtime identifier> <target file>
// npm installs into a folder of this process and the file is then moved in one step, so that two builds at once
// cannot see half a file or remove each other's packages.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [runtime, target] = process.argv.slice(2);
const platforms = { linux: "linux", osx: "darwin", win: "win32" };
const [family, cpu] = (runtime ?? "").split("-");
const os = platforms[family];
if (!os || !["x64", "arm64"].includes(cpu) || !target) {
  console.error(`DuckDB has no library for "${runtime}": one of linux-x64, linux-arm64, osx-x64, osx-arm64, win-x64 is needed`);
  process.exit(1);
}

const here = dirname(fileURLToPath(import.meta.url));
mkdirSync(dirname(target), { recursive: true });
const work = mkdtempSync(join(dirname(target), "npm-"));
try {
  for (const file of ["package.json", "package-lock.json", ".npmrc"]) copyFileSync(join(here, file), join(work, file));
  const flags = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", `--os=${os}`, `--cpu=${cpu}`];
  if (os === "linux") flags.push("--libc=glibc");
  // a shell only on Windows, where npm is a .cmd file
  execFileSync("npm", flags, { cwd: work, stdio: ["ignore", "ignore", "inherit"], shell: process.platform === "win32" });

  const library = join(work, "node_modules", "@duckdb", `node-bindings-${os}-${cpu}`, basename(target));
  if (!existsSync(library)) throw new Error(`npm installed no ${basename(target)} for ${runtime}; see ${join(here, "package.json")}`);
  const now = new Date();
  utimesSync(library, now, now);
  try {
    renameSync(library, target);
  } catch (error) {
    // Windows does not replace a file that another build has just put there and opened
    if (!existsSync(target)) throw error;
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
