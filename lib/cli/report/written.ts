// Writes the report of the doctor and shows it.

import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { emptyHint, emptyWords, isBlank } from '../command.ts';
import { Complaint, usage, wordsOf } from '../complaint.ts';
import { results, type Servers } from '../servers/servers.ts';
import { say } from '../terminal/world.ts';
import { version } from '../version.ts';
import { askEverything } from './questions.ts';
import { type Examined, reportOn, textOf } from './report.ts';

/** Before any server is asked. */
export function checkReportFile(file: string): void {
  if (isBlank(file)) throw usage(emptyWords('The name of the report'), emptyHint);
  if (existsSync(file)) throw usage(`${file} already exists.`, 'Choose another name.');
}

/** `checks`: what the doctor has found, for each server. */
export async function writeReport(
  servers: Servers,
  file: string,
  checks: readonly Examined['checks'][],
  isShown: boolean,
): Promise<void> {
  const { world } = servers;
  const answers = results(await servers.eachName((name) => askEverything(servers, name)));
  const report = reportOn(
    answers.map(({ result }, index) => ({ answers: result, checks: checks[index] ?? [] })),
    version(),
  );
  const text = textOf(report);
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    throw new Complaint('failure', `The report cannot be written: ${wordsOf(error)}`);
  }
  if (isShown) world.stdout.lines(['', ...text.trimEnd().split('\n')]);
  say(
    world,
    `Wrote ${file}: names, addresses and users are replaced. Read it before you send it; ` +
      `\`rras ports --sim=${file}\` shows what others will see.`,
  );
}
