// rras interface apply FILE: makes the interfaces of the running router and of its stored configuration match a file,
// after showing what differs.

import type { InterfaceStep } from '../../../desired/plan.ts';
import type { DesiredInterface } from '../../../desired/wish.ts';
import { RasError } from '../../../errors/ras_error.ts';
import type { RasServer } from '../../../server.ts';
import { mannerOf, reportFields, runBatch, type Task } from '../../acting/batch.ts';
import { command, flag, text } from '../../command.ts';
import { Complaint, usage } from '../../complaint.ts';
import { combine } from '../../exit_codes.ts';
import { consentOptions, outputOptions, serversOptions } from '../../options.ts';
import { type Field, fieldOf } from '../../output/fields.ts';
import { writeListing } from '../../output/listing.ts';
import { serverField } from '../../people/port_fields.ts';
import { nameOn } from '../../select/find.ts';
import { results, Servers, troubles } from '../../servers/servers.ts';
import { say } from '../../terminal/world.ts';
import { troubleOf } from '../../trouble.ts';
import { desiredIn } from './desired_file.ts';
import { sideInWords, stepInWords } from './step_words.ts';

interface DesiredItem {
  readonly server: string;
  readonly name: string;
  readonly steps: readonly InterfaceStep[];
}

interface Planned {
  readonly wish: DesiredInterface;
  readonly steps: readonly InterfaceStep[];
}

const field = fieldOf<DesiredItem>();

const fields: readonly Field<DesiredItem>[] = [
  serverField,
  field('name', { header: 'INTERFACE' }),
  field('steps', { isRight: true, show: (steps) => String(steps.length) }),
];

const shown = { fields, key: 'name' };

export const apply = command({
  name: 'interface apply',
  description: 'Make running and stored interfaces match a file. Shows first what differs.',
  examples: [
    'rras interface apply paris.yaml --server RAS01 --dry-run',
    'rras interface apply paris.yaml --server RAS01 --psk-file paris.key --yes',
  ],
  fields: reportFields(shown),
  argument: ['<file>', 'YAML or JSON: one interface, or several under interfaces; - is stdin'],
  options: {
    passwordFile: text('--password-file <file>', 'its first line is the password; - is stdin'),
    pskFile: text('--psk-file <file>', 'its bytes are the pre-shared key of IPsec; - is stdin'),
    setSecrets: flag('--set-secrets', 'set the secrets of an interface that is there already, too'),
    ...consentOptions,
    ...serversOptions,
    ...outputOptions,
  },
  run: async (world, [file = ''], options) => {
    const manner = mannerOf(world, options, shown);
    const { passwordFile, pskFile } = options;
    const setSecrets = options.setSecrets === true;
    const desired = await desiredIn(world, file, { passwordFile, pskFile });
    if (setSecrets && !desired.interfaces.some(hasSecrets)) {
      desired.wipe();
      throw usage('--set-secrets is about credentials and keys, and none are given.');
    }
    try {
      return await Servers.during(
        world,
        options,
        async (servers) => {
          const outcomes = await servers.eachKept(async (server) => {
            const planned: Planned[] = [];
            for (const wish of desired.interfaces) {
              const call = { ...servers.patience, setSecrets, dryRun: true };
              planned.push({ wish, steps: await server.applyInterface(wish, call) });
            }
            return { server, planned };
          });
          const failed = troubles(outcomes);
          const read = results(outcomes).map(({ result }) => result);
          const all = read.flatMap(({ server, planned }) =>
            planned.map((each) => ({ server, ...each })),
          );
          const differing = all.filter(({ steps }) => steps.length > 0);
          for (const { server, wish, steps } of all) {
            const name = nameOn(server, wish.name);
            if (steps.length === 0) say(world, `${name} matches already.`);
            if (hasSecrets(wish) && !steps.some(setsSecret)) {
              say(
                world,
                `${name} is there already, so its secrets are left alone: --set-secrets sets them.`,
              );
            }
          }
          if (differing.length === 0 && failed.length === 0) {
            await writeListing(world, options, {
              command: 'interface apply',
              ...shown,
              items: [],
              isOneServer: servers.isOneServer,
              whenEmpty: 'Nothing to do.',
            });
            return 'ok';
          }
          const exit = await runBatch(world, options, manner, {
            command: 'interface apply',
            ...shown,
            tasks: differing.map((each) => taskOf(servers, each.server, each, setSecrets)),
            troubles: failed,
            isOneServer: servers.isOneServer,
            isSimulated: servers.lab !== undefined,
            question: `apply ${file === '-' ? 'what stdin says' : file} to ${inWords(differing)}`,
            done: 'applied',
            notes: differing.flatMap(({ server, wish, steps }) =>
              steps.map((step) => `${nameOn(server, wish.name)}: ${stepInWords(step)}`),
            ),
          });
          return differing.length === all.length ? exit : combine([exit, 'ok']);
        },
        { isActing: true },
      );
    } finally {
      desired.wipe();
    }
  },
});

function taskOf(
  servers: Servers,
  server: RasServer,
  { wish, steps }: Planned,
  setSecrets: boolean,
): Task<DesiredItem> {
  return {
    item: { server: server.name, name: wish.name, steps },
    server: server.name,
    name: nameOn(server, wish.name),
    action: 'applyInterface',
    result: () => (wish.isAbsent === true ? 'removed' : 'applied'),
    act: async () => {
      try {
        await server.applyInterface(wish, { ...servers.patienceToAct, setSecrets, steps });
      } catch (error) {
        throw error instanceof RasError && error.steps !== undefined ? stoppedAt(error) : error;
      }
      servers.lab?.record(server.name, 'applyInterface', withoutSecrets(wish));
    },
  };
}

function hasSecrets({ credentials, presharedKey, eap }: DesiredInterface): boolean {
  return [credentials, presharedKey, eap].some((secret) => secret !== undefined);
}

function setsSecret({ changes }: InterfaceStep): boolean {
  return changes.some(({ isSecret }) => isSecret);
}

/** An error that says which steps are done. */
function stoppedAt(error: RasError): Complaint {
  const { exit, message, hint } = troubleOf(error);
  const words = (error.steps ?? []).map(
    ({ side, action, result }) => `${action} in ${sideInWords(side)}: ${result}`,
  );
  return new Complaint(exit, `${message}. ${words.join('; ')}.`, hint ?? undefined, error.outcome);
}

function withoutSecrets({ presharedKey: _, eap: __, credentials, ...wish }: DesiredInterface) {
  if (credentials === undefined) return wish;
  const { userName, domain } = credentials;
  return { ...wish, credentials: { userName, domain } };
}

function inWords(
  differing: readonly { readonly server: RasServer; readonly wish: DesiredInterface }[],
) {
  const [first] = differing;
  if (differing.length === 1 && first !== undefined) return nameOn(first.server, first.wish.name);
  return `${differing.length} interfaces`;
}
