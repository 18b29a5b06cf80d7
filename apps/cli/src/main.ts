#!/usr/bin/env node
import { ConfigError } from '#libs/platform/config';
import { DomainError } from '#libs/kernel';
import { buildProgram } from './program.js';

try {
  await buildProgram().parseAsync(process.argv);
} catch (error) {
  if (error instanceof ConfigError) console.error(error.message);
  else if (error instanceof DomainError) {
    console.error(error.message);
    for (const { pointer, code, detail } of error.options.errors ?? [])
      console.error(`  ${pointer}: ${detail ?? code}`);
  } else console.error(error);
  process.exitCode = 1;
}
