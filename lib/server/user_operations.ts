// The dial-in settings of an account, read and set.

import { checkBoolean, checkObject, checkString, checkWord } from '../call/arguments.ts';
import type { Line } from '../call/line.ts';
import { type CallOptions, checkOptions } from '../call/options.ts';
import { uncNameOf } from '../call/other_server.ts';
import type { TablesReply } from '../call/reply.ts';
import { rowIn } from '../call/tables.ts';
import { invalidArgValue } from '../errors/argument_errors.ts';
import { RasError } from '../errors/ras_error.ts';
import { UserRow } from '../native/rows.ts';
import { changedPrivileges, type RawUser, rawUser, userOf } from './privileges.ts';
import { callbackModes, type User, type UserSettings } from './user.ts';

export interface UserOptions extends CallOptions {
  /**
   * The machine that keeps the account: for one of a domain a domain controller, as `getPdcServer` gives
   * it. Default: the server that is connected to.
   */
  readonly server?: string;
}

const ERROR_INVALID_LEVEL = 124;
const LONGEST_NAME = 256;
const LONGEST_NUMBER = 128;

export async function getUser(line: Line, name: string, options?: UserOptions): Promise<User> {
  const checked = checkOptions(options, ['server']);
  const user = checkName(name);
  const server = uncNameOf(line, 'options.server', checked.server);
  const reply = await line.question('getUser', checked, [server, user], { user });
  return userOf(rawUserOf(line, reply, user));
}

export async function setUser(
  line: Line,
  name: string,
  settings: UserSettings,
  options?: UserOptions,
): Promise<void> {
  const checked = checkOptions(options, ['server']);
  const user = checkName(name);
  const wishes = checkSettings(settings);
  const server = uncNameOf(line, 'options.server', checked.server);
  await line.action('setUser', checked, async (patience) => {
    // Everything is set together, so settings that the caller leaves out are read first.
    const reply = line.has('setUser')
      ? await line.lookThen(patience, async (ask) => {
          const current = await ask('getUser', server, user);
          line.check(current, { user });
          const row = rawUserOf(line, current, user);
          if (row.level === 0 && wishes.usesPolicy !== undefined) throw noPolicy(line, user);
          const { privilege, privilege2 } = changedPrivileges(row, wishes);
          const phoneNumber = wishes.phoneNumber ?? row.phoneNumber;
          const privileges = [privilege, phoneNumber, privilege2] as const;
          return () => ask('setUser', server, user, row.level, ...privileges);
        })
      : await line.ask(patience, 'setUser', server, user, null, 0, '', 0);
    line.checkDone(reply, { user });
  });
}

function rawUserOf(line: Line, reply: TablesReply, user: string): RawUser {
  return rowIn(line, reply, 'user', UserRow, rawUser, { user });
}

function noPolicy(line: Line, user: string): RasError {
  return new RasError({
    concluded: ERROR_INVALID_LEVEL,
    server: line.server,
    user,
    message: 'The server is too old to let a policy decide who may dial in.',
    hint: 'Leave out usesPolicy.',
  });
}

function checkName(name: string): string {
  checkString('name', name);
  if (name === '') throw invalidArgValue('name', name, 'must not be empty');
  if (name.includes('\0')) throw invalidArgValue('name', name, 'must not contain NUL');
  if (name.length > LONGEST_NAME) {
    throw invalidArgValue('name', name, `must not be longer than ${LONGEST_NAME} characters`);
  }
  return name;
}

function checkSettings(settings: UserSettings): UserSettings {
  const members = ['mayDialIn', 'callback', 'phoneNumber', 'usesPolicy'] as const;
  const copy = checkObject('settings', settings, members);
  const { mayDialIn, callback, phoneNumber, usesPolicy } = copy;
  if (mayDialIn !== undefined) checkBoolean('settings.mayDialIn', mayDialIn);
  if (usesPolicy !== undefined) checkBoolean('settings.usesPolicy', usesPolicy);
  if (callback !== undefined) checkWord('settings.callback', callback, callbackModes);
  if (phoneNumber === undefined) return copy;
  checkString('settings.phoneNumber', phoneNumber);
  if (phoneNumber.length > LONGEST_NUMBER || phoneNumber.includes('\0')) {
    const reason = `must have no more than ${LONGEST_NUMBER} characters, and no NUL`;
    throw invalidArgValue('settings.phoneNumber', phoneNumber, reason);
  }
  return copy;
}
