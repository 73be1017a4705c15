#!/usr/bin/env node
// The command `rras`. What a command needs is loaded when that command is used: see program.ts.

import { run } from './run.ts';
import { leave, processSurroundings } from './terminal/process_world.ts';

// Not awaited: a part that is loaded later would wait for this file to be done, and this for the part.
run(process.argv.slice(2), processSurroundings()).then(leave);
