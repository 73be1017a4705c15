// rras interface keep-up NAME: connects an interface again whenever it is down, until it is stopped.

import type { Interface } from '../../../interfaces/interface.ts';
import { Pause } from '../../../watch/pause.ts';
import { checkDialled, connectWithin } from '../../acting/act_on_interface.ts';
import { AuditLog, auditFile } from '../../acting/audit_log.ts';
import { command, optional } from '../../command.ts';
import { Complaint } from '../../complaint.ts';
import type { Exit } from '../../exit_codes.ts';
import {
  consentOptions,
  duration,
  outputOptions,
  serversOptions,
  talkOptions,
} from '../../options.ts';
import { interfaceItem } from '../../people/interface_fields.ts';
import { nameOn } from '../../select/find.ts';
import { type FoundInterface, findInterface, interfaceName } from '../../select/interface.ts';
import { Servers } from '../../servers/servers.ts';
import { safeJson } from '../../terminal/safe_text.ts';
import { say } from '../../terminal/world.ts';
import { type Trouble, troubleOf } from '../../trouble.ts';
import { clockInWords, milliseconds } from '../../units.ts';
import { Ending } from '../ending.ts';
import { beginning, type KeepUpEvent, nextStep, type Sight } from './keep_up_rules.ts';

const FIVE_SECONDS = 5;
// In a lab it costs nothing.
const IN_A_LAB = 0.25;
const ONE_MINUTE = 60;

export const keepUp = command({
  name: 'interface keep-up',
  description:
    'Keep a demand-dial interface connected: connect it again when it is down, and say why it was. Ctrl-C ends it.',
  examples: [
    'rras interface keep-up Paris --server RAS01',
    'rras interface keep-up RAS01/Paris --every 30s --jsonl >> paris.jsonl',
  ],
  fields: [],
  argument: ['<name>', 'the name of the interface'],
  options: {
    every: optional(
      '--every <time>',
      'how often the server is asked; after failures it takes longer, up to a minute (default: 5s; simulated: 250ms)',
      duration,
    ),
    within: optional(
      '--within <time>',
      'how long an attempt is waited for (default: 60s)',
      duration,
    ),
    for: optional('--for <time>', 'end after this time; Ctrl-C ends it at any', duration),
    auditLog: consentOptions.auditLog,
    jsonl: { ...outputOptions.jsonl, words: 'a line of JSON for each event' },
    ...serversOptions,
    ...talkOptions,
  },
  run: (world, [word = ''], options) => {
    const name = interfaceName(word);
    const { every, within = ONE_MINUTE, jsonl } = options;
    const file = auditFile(world, options);
    return Servers.during(
      world,
      options,
      async (servers) => {
        const found = await findInterface(servers, name);
        checkDialled(found.one);
        const usual = servers.lab === undefined ? FIVE_SECONDS : IN_A_LAB;
        const log = file === undefined ? undefined : new AuditLog(world, file);
        const ending = new Ending([world.interrupt, world.unread], options.for);
        try {
          return await keep(servers, found, {
            interval: milliseconds(every ?? usual),
            within: milliseconds(within),
            end: ending.signal,
            isJson: jsonl === true,
            log,
          });
        } finally {
          ending.dispose();
          log?.close();
        }
      },
      { named: { names: [name] }, isActing: true },
    );
  },
});

interface Manner {
  /** Milliseconds. */
  readonly interval: number;
  readonly within: number;
  readonly end: AbortSignal;
  readonly isJson: boolean;
  readonly log: AuditLog | undefined;
}

async function keep(servers: Servers, found: FoundInterface, manner: Manner): Promise<Exit> {
  const { world } = servers;
  const { interval, end } = manner;
  const where = nameOn(found.server, found.one.name);
  const pause = new Pause();
  pause.hold(true);
  const stop = () => pause.shorten(0);
  end.addEventListener('abort', stop);
  let keeping = beginning;
  let attempted: Sight | undefined;
  try {
    while (!end.aborted) {
      const sight: Sight = attempted ?? (await look(servers, found, manner));
      attempted = undefined;
      if (end.aborted) break;
      const { state, event, next } = nextStep(keeping, sight, { at: performance.now(), interval });
      keeping = state;
      if (event !== undefined) tell(servers, found, manner, event);
      if (next.kind === 'end') throw endOf(where, next.trouble);
      if (next.kind === 'wait') await pause.wait(next.milliseconds);
      else if ('one' in sight) attempted = await attempt(servers, found, manner, sight.one);
    }
  } finally {
    end.removeEventListener('abort', stop);
  }
  say(world, `Ended. ${where} stays as it is.`);
  return 'ok';
}

/** By its name: after a restart of the router its handle is another one. */
async function look(servers: Servers, found: FoundInterface, { end }: Manner): Promise<Sight> {
  try {
    const server = await servers.connectKept(nameToConnect(found));
    const { timeout } = servers.patience;
    return { one: await server.getInterface(found.one.name, { timeout, signal: end }) };
  } catch (error) {
    // A handle of a service that has stopped does not come back.
    await servers.fleet.close();
    return { trouble: troubleOf(error), during: 'reading' };
  }
}

function nameToConnect({ server }: FoundInterface): string | undefined {
  return server.name === '' ? undefined : server.name;
}

/** What is seen by it. */
async function attempt(
  servers: Servers,
  found: FoundInterface,
  { within, end, log }: Manner,
  one: Interface,
): Promise<Sight> {
  const { name } = found.server;
  log?.begin({
    command: 'interface keep-up',
    server: name,
    isSimulated: servers.lab !== undefined,
    action: 'connectInterface',
    target: nameOn(found.server, one.name),
    shown: interfaceItem(name, one, []),
    consent: 'not needed',
  });
  const sight = await connected(servers, found, one, within, end);
  if ('one' in sight) {
    log?.end({ result: 'connected', error: null });
  } else {
    const { code, status, outcome, message } = sight.trouble;
    const result = outcome === 'unknown' ? 'unknown' : 'failed';
    log?.end({ result, error: { code, status, outcome, message } });
  }
  return sight;
}

async function connected(
  servers: Servers,
  found: FoundInterface,
  one: Interface,
  within: number,
  end: AbortSignal,
): Promise<Sight> {
  try {
    const server = await servers.connectKept(nameToConnect(found));
    return { one: await connectWithin(servers, { server, one }, within, end) };
  } catch (error) {
    return { trouble: troubleOf(error), during: 'attempt' };
  }
}

const words: Readonly<Record<KeepUpEvent['event'], string>> = {
  connected: 'is connected',
  connecting: 'is connecting',
  down: 'is down',
  failed: 'could not be connected',
  'left alone': 'is left alone until somebody connects or enables it',
  waiting: 'cannot be connected now, and is waited for',
  lost: 'cannot be read',
};

function tell(
  { world }: Servers,
  { server, one }: FoundInterface,
  { isJson }: Manner,
  { event, reason, retryIn }: KeepUpEvent,
): void {
  const at = new Date();
  if (isJson) {
    const line = { at, server: server.name, interface: one.name, event, reason, retryIn };
    world.stdout.data([safeJson(line)]);
    return;
  }
  const why = reason === undefined ? '' : `: ${reason.replaceAll(/\s*\n\s*/g, ' ')}`;
  const again = retryIn === undefined ? '' : ` (the next attempt in ${retryIn} s)`;
  world.stdout.line(
    `${clockInWords(at)} ${nameOn(server, one.name)} ${words[event]}${why}${again}`,
  );
}

function endOf(where: string, { exit, code, message, hint }: Trouble): Complaint {
  return code === 'ERROR_NO_SUCH_INTERFACE'
    ? new Complaint(
        'notFound',
        `There is no interface ${where} any more, so it cannot be kept up.`,
        'The router forgets interfaces that are not stored when it starts again.',
      )
    : new Complaint(exit, `${where} cannot be kept up: ${message}`, hint ?? undefined);
}
