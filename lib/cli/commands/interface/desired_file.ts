// The file of `rras interface apply`, and the files of its secrets. All is read and checked before a server is asked.

import { readFile } from 'node:fs/promises';
import { type Document, isScalar, parseDocument, visit } from 'yaml';
import { checkWish, type DesiredInterface, wipe } from '../../../desired/wish.ts';
import { decodedText } from '../../../fleet/names.ts';
import { usage, wordsOf } from '../../complaint.ts';
import type { World } from '../../terminal/world.ts';

/** The files of the secrets, by option; '-' is stdin. */
export interface SecretFiles {
  readonly passwordFile: string | undefined;
  readonly pskFile: string | undefined;
}

/** What the files say. */
export interface Desired {
  readonly interfaces: readonly DesiredInterface[];
  /** To be called when the secrets are no longer needed. */
  wipe(): void;
}

const secretMembers = ['presharedKey', 'eap'] as const;

export async function desiredIn(world: World, file: string, files: SecretFiles): Promise<Desired> {
  checkStdin(file, files);
  const given = wishesIn(decodedText(await contentOf(world, file)), file);
  const { passwordFile, pskFile } = files;
  const option = passwordFile === undefined ? '--psk-file' : '--password-file';
  if (given.length > 1 && (passwordFile ?? pskFile) !== undefined) {
    throw usage(
      `${option} is the secret of one interface, and ${file} has ${given.length}.`,
      'Apply a file for each interface that has a secret.',
    );
  }
  const secrets: Uint8Array[] = [];
  const wiping = () => {
    for (const secret of secrets) secret.fill(0);
  };
  try {
    const interfaces = await Promise.all(
      given.map(async (one) => withSecrets(world, one, files, secrets)),
    );
    for (const [index, one] of interfaces.entries()) checkOne(one, placeIn(file, index, given));
    checkOnce(interfaces, file);
    return { interfaces, wipe: wiping };
  } catch (error) {
    wiping();
    throw error;
  }
}

function checkStdin(file: string, { passwordFile, pskFile }: SecretFiles): void {
  const fromStdin = [file, passwordFile, pskFile].filter((each) => each === '-');
  if (fromStdin.length < 2) return;
  throw usage('Two things cannot both come from stdin.', 'Only one of them can be -.');
}

async function contentOf(world: World, file: string): Promise<Buffer> {
  if (file === '-') return world.input();
  try {
    return await readFile(file);
  } catch (error) {
    throw usage(`${file} cannot be read: ${wordsOf(error)}`);
  }
}

function wishesIn(text: string, file: string): readonly object[] {
  const document = parseDocument(text, { prettyErrors: true });
  const [wrong] = document.errors;
  if (wrong !== undefined) throw usage(`${file} cannot be read: ${wrong.message.split('\n')[0]}`);
  refuseEmpty(document, file);
  const content: unknown = document.toJS();
  const isList = isObject(content) && 'interfaces' in content;
  const list = isList ? content.interfaces : [content];
  if (isList) {
    const other = Object.keys(content).find((key) => key !== 'interfaces');
    if (other !== undefined)
      throw usage(`${file} has ${other} beside interfaces, and only those count.`);
  }
  if (!Array.isArray(list) || list.length === 0 || !list.every(isObject)) {
    throw usage(
      `${file} says nothing about an interface.`,
      'As in: { name: Paris, demandDial: { phoneNumber: vpn.paris.example, vpnStrategy: ikev2-only } }',
    );
  }
  for (const [index, one] of list.entries()) refuseSecrets(one, placeIn(file, index, list));
  return list;
}

/** A variable that is not set leaves such a value. It would empty a setting, or lift a restriction. */
function refuseEmpty(document: Document, file: string): void {
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key) || (value !== null && !isScalar(value))) return;
      const isMissing = value === null || (value.value === null && value.source === '');
      // The name is checked with the rest: it cannot be left out.
      if (key.value === 'name' || (!isMissing && value.value !== '')) return;
      throw usage(
        `In ${file}, ${String(key.value)} has no value.`,
        'Leave it out, and it stays as it is; null takes away what can be taken away.',
      );
    },
  });
}

/** Such a file is kept, copied and shown. */
function refuseSecrets(one: object, place: string): void {
  const secret = secretMembers.find((key) => key in one);
  if (secret !== undefined) {
    throw usage(`${place} has ${secret}, and a secret must not stand in this file.`, secretsHint);
  }
  const credentials: unknown = Reflect.get(one, 'credentials');
  if (isObject(credentials) && 'password' in credentials) {
    throw usage(`${place} has a password, and a secret must not stand in this file.`, secretsHint);
  }
}

const secretsHint = '--password-file and --psk-file name files that have them alone; - is stdin.';

async function withSecrets(
  world: World,
  one: object,
  { passwordFile, pskFile }: SecretFiles,
  secrets: Uint8Array[],
): Promise<DesiredInterface> {
  let whole = one;
  if (passwordFile !== undefined) {
    const password = await passwordIn(world, passwordFile, secrets);
    const credentials: unknown = Reflect.get(one, 'credentials');
    whole = { ...whole, credentials: { ...(isObject(credentials) && credentials), password } };
  }
  if (pskFile !== undefined) {
    whole = { ...whole, presharedKey: await keyIn(world, pskFile, secrets) };
  }
  return whole as DesiredInterface;
}

/** The first line of a file. */
async function passwordIn(world: World, file: string, secrets: Uint8Array[]): Promise<Uint8Array> {
  const bytes = await contentOf(world, file);
  secrets.push(bytes);
  const [line = '', ...further] = decodedText(bytes).split(/\r?\n/);
  if (line === '') throw usage(`${nameOf(file)} has no password in its first line.`);
  if (further.some((other) => other !== '')) {
    throw usage(`${nameOf(file)} has more than one line, and a password is one.`);
  }
  const password = Buffer.from(line, 'utf16le');
  secrets.push(password);
  return password;
}

/** All bytes of a file: no document says in which encoding a server keeps the key. */
async function keyIn(world: World, file: string, secrets: Uint8Array[]): Promise<Uint8Array> {
  const bytes = await contentOf(world, file);
  secrets.push(bytes);
  if (bytes.length === 0) throw usage(`${nameOf(file)} is empty, and no key.`);
  if (bytes.at(-1) === LINE_FEED) {
    throw usage(
      `${nameOf(file)} ends with a line break, which would be part of the key.`,
      "Write it without: printf '%s' KEY > FILE, or Set-Content -NoNewline.",
    );
  }
  return bytes;
}

const LINE_FEED = 0x0a;

function nameOf(file: string): string {
  return file === '-' ? 'stdin' : file;
}

function checkOne(one: DesiredInterface, place: string): void {
  try {
    wipe(checkWish(one).secrets);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw usage(`${place} cannot be applied: ${error.message}`);
  }
}

/** Which of the two counts would depend on their order. */
function checkOnce(interfaces: readonly DesiredInterface[], file: string): void {
  const names = interfaces.map(({ name }) => name.toLowerCase());
  const twice = interfaces.find((_, index) => names.indexOf(names[index] ?? '') !== index);
  if (twice !== undefined) throw usage(`${file} has the interface ${twice.name} twice.`);
}

function placeIn(file: string, index: number, list: readonly unknown[]): string {
  return list.length === 1 ? file : `Interface ${index + 1} of ${file}`;
}

function isObject(value: unknown): value is object & Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
