import { transformFileSync } from '@swc/core';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { agreeOnFile, replaceFile } from './small-file.js';

const folder = mkdtempSync(join(tmpdir(), 'ttn-small-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a small file', () => {
  it('keeps its first content and mode; only replacing changes it', () => {
    const path = join(folder, 'secret');
    expect(agreeOnFile(path, 'first', 0o600)).toBe('first');
    expect(agreeOnFile(path, 'second', 0o600)).toBe('first');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    replaceFile(path, 'third', 0o600);
    expect(agreeOnFile(path, 'fourth', 0o600)).toBe('third');
  });

  it('says the same to all who propose at the same time', async () => {
    for (const name of ['small-file', 'embedded-postgres.errors']) {
      const { code } = transformFileSync(join(__dirname, `${name}.ts`), {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
      });
      writeFileSync(join(folder, `${name}.js`), code);
    }
    const proposers = 2;
    const rounds = 100;
    const program = `
      const { workerData: { folder, me, proposers, rounds, gate }, parentPort } = require('node:worker_threads');
      const { agreeOnFile } = require(folder + '/small-file.js');
      const arrived = new Int32Array(gate);
      const answers = [];
      for (let round = 0; round < rounds; round += 1) {
        Atomics.add(arrived, 0, 1);
        while (Atomics.load(arrived, 0) < proposers * (round + 1)); // all begin the round together
        answers.push(agreeOnFile(folder + '/round-' + round, String(me), 0o600));
      }
      parentPort.postMessage(answers);`;
    const gate = new SharedArrayBuffer(4);
    const answers = await Promise.all(
      Array.from({ length: proposers }, async (_, me) => {
        const worker = new Worker(program, {
          eval: true,
          workerData: { folder, me, proposers, rounds, gate },
        });
        const [said] = (await once(worker, 'message')) as [string[]];
        return said;
      }),
    );
    const written = Array.from({ length: rounds }, (_, round) =>
      readFileSync(join(folder, `round-${round}`), 'utf8').trim(),
    );
    for (const said of answers) expect(said).toEqual(written);
  });
});
