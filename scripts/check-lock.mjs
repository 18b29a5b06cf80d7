import { readFileSync } from 'node:fs';

/**
 * The lock file installs everywhere and holds no known hole: every optional package is listed for every
 * platform, no download address is pinned, and what faced advisories stands at or above its fixed version.
 */
const FLOORS = {
  fastify: '5.12.2',
  '@nestjs/platform-fastify': '11.1.11',
  '@nestjs/core': '11.1.18',
  '@fastify/middie': '9.1.0',
  '@fastify/static': '10.1.3',
  'fast-uri': '3.1.0',
  'find-my-way': '9.3.0',
  'engine.io': '6.6.7',
  'socket.io-parser': '4.2.7',
  typeorm: '1.1.0',
  nodemailer: '9.1.1',
  ws: '8.21.0',
};

const file = process.argv[2] ?? 'package-lock.json';
const { packages } = JSON.parse(readFileSync(file, 'utf8'));
const problems = [];

for (const [path, entry] of Object.entries(packages)) {
  if (entry.resolved) problems.push(`${path} names a download address`);
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    if (!isListed(path, name)) problems.push(`${name}, optional for ${path || 'the root'}, is missing`);
  }
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const floor = FLOORS[name];
  if (floor && isBelow(entry.version, floor)) problems.push(`${path} ${entry.version} is below ${floor}`);
}

const pinned = JSON.parse(readFileSync('package.json', 'utf8'));
for (const [name, range] of Object.entries({ ...pinned.dependencies, ...pinned.devDependencies })) {
  if (!/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(range))
    problems.push(`${name} is not pinned: ${range}`);
}

for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? 'lock file: complete' : `lock file: ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** Node's own lookup: beside the package, then one level up, to the root. */
function isListed(from, name) {
  for (
    let base = from;
    ;
    base = base.includes('/node_modules/') ? base.slice(0, base.lastIndexOf('/node_modules/')) : ''
  ) {
    if (packages[`${base ? `${base}/` : ''}node_modules/${name}`]) return true;
    if (!base) return false;
  }
}

function isBelow(version, floor) {
  const [a, b] = [version, floor].map((text) => text.split(/[.-]/).slice(0, 3).map(Number));
  const at = a.findIndex((part, index) => part !== b[index]);
  return at >= 0 && a[at] < b[at];
}
