// A header of information blocks, as the router keeps it for a transport or for a transport of an interface: what
// the MprInfo functions do, over plain bytes. Every number is little-endian, and the layout is the same for 32 and
// 64 bits.

import { checkInteger, checkObject } from '../call/arguments.ts';
import { type ArgumentError, invalidArgType, invalidArgValue } from '../errors/argument_errors.ts';
import { ENTRY, entry, HEADER, header } from './header.ts';

/** One block of a header. Each client of the router has its own, under its own type. */
export interface InfoBlock {
  /** Which client the block belongs to. The same number means different clients in different transports. */
  readonly type: number;
  /** The bytes of one item. */
  readonly itemSize: number;
  /** How many items there are. A block with a size or a count of 0 tells the router to delete what it has. */
  readonly itemCount: number;
  /** The items, `itemSize` × `itemCount` bytes. */
  readonly data: Uint8Array;
}

const VERSION = 1;
const ALIGNMENT = 8;
const LARGEST = 0xffffffff;

/**
 * Reads a header. The blocks are copies, in the order of the header. Unknown blocks, blocks in any order and bytes
 * after the last block are accepted. If a type occurs twice, `findInfoBlock` finds the first.
 *
 * @throws {TypeError} if the bytes are no header, or a block reaches beyond its end
 */
export function parseInfoBlocks(bytes: Uint8Array): InfoBlock[] {
  if (!(bytes instanceof Uint8Array)) throw invalidArgType('bytes', 'Uint8Array', bytes);
  // A copy, so that nobody else changes the bytes later.
  const own = new Uint8Array(bytes);
  const wrong = (reason: string) => notAHeader(own, reason);
  if (own.length < HEADER) throw wrong(`it has ${own.length} bytes, which is fewer than ${HEADER}`);
  const view = new DataView(own.buffer);
  const version = view.getUint32(header.Version, true);
  const size = view.getUint32(header.Size, true);
  const count = view.getUint32(header.TocEntriesCount, true);
  if (version !== VERSION) throw wrong(`its version is ${version} instead of ${VERSION}`);
  if (size > own.length) throw wrong(`it should have ${size} bytes and has ${own.length}`);
  if (HEADER + ENTRY * count > size) throw wrong(`${count} blocks do not fit into ${size} bytes`);
  const blocks: InfoBlock[] = [];
  let total = 0;
  for (let i = 0; i < count; ++i) {
    const at = HEADER + ENTRY * i;
    const type = view.getUint32(at + entry.InfoType, true);
    const itemSize = view.getUint32(at + entry.InfoSize, true);
    const itemCount = view.getUint32(at + entry.Count, true);
    const offset = view.getUint32(at + entry.Offset, true);
    // Far below 2^53 unless both are absurd; then it is still larger than any size.
    const length = itemSize * itemCount;
    if (length > 0 && offset + length > size) {
      throw wrong(`the block of type ${hexadecimal(type)} reaches beyond its end`);
    }
    total += length;
    // Otherwise a small header could stand for gigabytes.
    if (total > size) throw wrong('its blocks overlap');
    const data = length === 0 ? new Uint8Array() : own.slice(offset, offset + length);
    blocks.push({ type, itemSize, itemCount, data });
  }
  return blocks;
}

/**
 * Makes the bytes of a header: the length of the result is its size. The first block begins at a multiple of 8
 * after the table of blocks, and so does each further one; the header ends with the last byte of the last block.
 *
 * @throws {TypeError} if a type occurs twice, or the length of a block is not its size times its count
 */
export function buildInfoBlocks(blocks: readonly InfoBlock[]): Uint8Array {
  const checked = checkBlocks('blocks', blocks);
  let size = HEADER + ENTRY * checked.length;
  const offsets = checked.map(({ data }) => {
    const offset = Math.ceil(size / ALIGNMENT) * ALIGNMENT;
    size = offset + data.length;
    return offset;
  });
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(header.Version, VERSION, true);
  view.setUint32(header.Size, size, true);
  view.setUint32(header.TocEntriesCount, checked.length, true);
  checked.forEach(({ type, itemSize, itemCount, data }, i) => {
    const at = HEADER + ENTRY * i;
    const offset = offsets[i] ?? 0;
    view.setUint32(at + entry.InfoType, type, true);
    view.setUint32(at + entry.InfoSize, itemSize, true);
    view.setUint32(at + entry.Count, itemCount, true);
    view.setUint32(at + entry.Offset, offset, true);
    bytes.set(data, offset);
  });
  return bytes;
}

/** The first block of the type. `undefined` if there is none: the router then leaves that client alone. */
export function findInfoBlock(blocks: readonly InfoBlock[], type: number): InfoBlock | undefined {
  const wanted = checkType('type', type);
  return checkList('blocks', blocks).find((block) => block.type === wanted);
}

/** The blocks with one more at the end. @throws {TypeError} if the type is there already */
export function addInfoBlock(blocks: readonly InfoBlock[], block: InfoBlock): InfoBlock[] {
  const added = checkBlock('block', block);
  if (findInfoBlock(blocks, added.type) !== undefined) {
    throw invalidArgValue('block.type', added.type, 'must not be there already');
  }
  return [...blocks, added];
}

/** The blocks with one of them replaced, at its place. @throws {TypeError} if the type is not there */
export function setInfoBlock(blocks: readonly InfoBlock[], block: InfoBlock): InfoBlock[] {
  const wanted = checkBlock('block', block);
  const at = placeOf(blocks, 'block.type', wanted.type);
  return blocks.map((each, i) => (i === at ? wanted : each));
}

/**
 * The blocks without one of them. The router leaves a client alone whose block is not there; for deleting what it
 * has, see `emptyInfoBlock`.
 *
 * @throws {TypeError} if the type is not there
 */
export function removeInfoBlock(blocks: readonly InfoBlock[], type: number): InfoBlock[] {
  const at = placeOf(blocks, 'type', checkType('type', type));
  return blocks.filter((_, i) => i !== at);
}

/** A block that tells the router to delete what it has for this client. */
export function emptyInfoBlock(type: number): InfoBlock {
  return { type: checkType('type', type), itemSize: 0, itemCount: 0, data: new Uint8Array() };
}

export function isEmptyInfoBlock(block: InfoBlock): boolean {
  return block.itemSize === 0 || block.itemCount === 0;
}

/** A copy of the blocks, each of which is consistent and has a type of its own. */
export function checkBlocks(name: string, blocks: readonly InfoBlock[]): InfoBlock[] {
  const seen = new Set<number>();
  return checkList(name, blocks).map((block, i) => {
    const checked = checkBlock(`${name}[${i}]`, block);
    if (seen.has(checked.type)) {
      throw invalidArgValue(`${name}[${i}].type`, checked.type, 'must not be there twice');
    }
    seen.add(checked.type);
    return checked;
  });
}

function checkList(name: string, blocks: readonly InfoBlock[]): readonly InfoBlock[] {
  if (!Array.isArray(blocks)) throw invalidArgType(name, 'Array', blocks);
  return blocks;
}

function checkBlock(name: string, block: InfoBlock): InfoBlock {
  const known = ['type', 'itemSize', 'itemCount', 'data'] as const;
  const { data, ...given } = checkObject(name, block, known);
  const type = checkType(`${name}.type`, given.type);
  const itemSize = checkInteger(`${name}.itemSize`, given.itemSize, 0, LARGEST);
  const itemCount = checkInteger(`${name}.itemCount`, given.itemCount, 0, LARGEST);
  if (!(data instanceof Uint8Array)) throw invalidArgType(`${name}.data`, 'Uint8Array', data);
  if (data.length !== itemSize * itemCount) {
    const reason = `must have ${itemCount} items of ${itemSize} bytes`;
    throw invalidArgValue(`${name}.data.length`, data.length, reason);
  }
  return { type, itemSize, itemCount, data: new Uint8Array(data) };
}

function checkType(name: string, type: number): number {
  return checkInteger(name, type, 0, LARGEST);
}

function placeOf(blocks: readonly InfoBlock[], name: string, type: number): number {
  const at = checkList('blocks', blocks).findIndex((block) => block.type === type);
  if (at < 0) throw invalidArgValue(name, type, 'must be the type of one of the blocks');
  return at;
}

function hexadecimal(number: number): string {
  return `0x${number.toString(16).toUpperCase().padStart(8, '0')}`;
}

/** Shows the first three numbers only, because blocks may hold keys of routing protocols. */
function notAHeader(bytes: Uint8Array, reason: string): ArgumentError {
  const shown = Buffer.from(bytes.subarray(0, HEADER));
  return invalidArgValue('bytes', shown, `is not a header of information blocks: ${reason}`);
}
