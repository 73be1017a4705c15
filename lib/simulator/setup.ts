// What a simulated server is set up for: its tunnels, its pre-shared key, its transports.

import { checkBoolean, checkInteger, checkObject, checkWord } from '../call/arguments.ts';
import { invalidArgType, invalidArgValue } from '../errors/argument_errors.ts';
import { checkDword } from './api_values.ts';
import type { NativeTunnel } from './native.ts';
import type { Scene } from './scene.ts';
import { notFound } from './simulator_error.ts';
import { checkParameters, type TunnelParameters } from './tunnel_parameters.ts';

export const tunnelProtocols = ['pptp', 'l2tp', 'sstp', 'ikev2', 'gre'] as const;
export type TunnelProtocol = (typeof tunnelProtocols)[number];

/** A tunnel protocol as the server has it when it is read. */
export interface SimulatedTunnel {
  /** The ports of its type. Of `gre` the scene has no ports: here it is the number that was set. */
  readonly ports: number;
  readonly isRasEnabled: boolean;
  readonly isRoutingEnabled: boolean;
  /** MaxWanEndpoints: when more are asked for, the answer is 3010 and they come with the next start. */
  readonly mostPorts: number;
}

/** What is left out stays as it is. */
export interface TunnelSettings {
  /** Adds ports of the type, or takes the latest away. */
  readonly ports?: number;
  readonly isRasEnabled?: boolean;
  readonly isRoutingEnabled?: boolean;
  readonly mostPorts?: number;
}

/** The two blocks of a transport, in the router's own format, which the simulator does not read. */
export interface TransportBlocks {
  readonly globalInfo?: Uint8Array;
  readonly clientInterfaceInfo?: Uint8Array;
}

export interface SimulatedTransport extends Required<TransportBlocks> {
  readonly id: number;
}

const FOR_RAS = 1;
const FOR_ROUTING = 2;
const MAX_PORTS = 1_000_000;
// MS-RRASM: a key has fewer than 257 bytes.
const MAX_KEY_BYTES = 256;
const MAX_BLOCK_BYTES = 0x100000;
const IP_ROUTER_MANAGER = 10_000;

/** An entry of the MIB. */
export interface SimulatedMibEntry {
  /** 0x21 is IP. */
  readonly transport: number;
  /** Who answers: 10000 is the router manager of IP, as when it is left out. */
  readonly client?: number;
  /** The number of the variable. */
  readonly variable: number;
  /** The numbers that tell the variable's entries apart. */
  readonly index?: readonly number[];
  /** What follows the number of the variable in an answer. */
  readonly data: Uint8Array;
}

/** The setup of a server, as `server.setup`. */
export class ServerSetup {
  readonly #scene: Scene;
  readonly #server: number;

  /** @internal */
  constructor(scene: Scene, server: number) {
    this.#scene = scene;
    this.#server = server;
  }

  /** The tunnel protocols as they are now. */
  get tunnels(): Readonly<Record<TunnelProtocol, SimulatedTunnel>> {
    const native = this.#scene.live.tunnels(this.#server);
    const entries = tunnelProtocols.map((protocol, i) => [protocol, tunnelFrom(native[i])]);
    return Object.fromEntries(entries) as Record<TunnelProtocol, SimulatedTunnel>;
  }

  /** Sets a protocol's ports and flags, at once and without the limits that callers meet. */
  setTunnel(protocol: TunnelProtocol, settings: TunnelSettings): void {
    const word = checkWord('protocol', protocol, tunnelProtocols);
    checkObject('settings', settings, ['ports', 'isRasEnabled', 'isRoutingEnabled', 'mostPorts']);
    const { ports, mostPorts } = settings;
    const before = this.tunnels[word];
    const flag = (key: 'isRasEnabled' | 'isRoutingEnabled') =>
      checkBoolean(`settings.${key}`, settings[key] ?? before[key]);
    const flags =
      (flag('isRasEnabled') ? FOR_RAS : 0) | (flag('isRoutingEnabled') ? FOR_ROUTING : 0);
    this.#scene.live.setTunnel(this.#server, tunnelProtocols.indexOf(word), {
      flags,
      ...(mostPorts !== undefined && { mostPorts: checkDword('settings.mostPorts', mostPorts) }),
      ...(ports !== undefined && { ports: checkInteger('settings.ports', ports, 0, MAX_PORTS) }),
    });
  }

  /** What the Ex functions tell of the tunnels besides. */
  get parameters(): TunnelParameters {
    return this.#scene.live.tunnelParameters(this.#server);
  }

  /** Sets some of the parameters; the others stay. */
  setParameters(parameters: Partial<TunnelParameters>): void {
    this.#scene.live.setTunnelParameters(this.#server, checkParameters(parameters));
  }

  /** The pre-shared key, as a copy; `undefined` if there is none. Assign `undefined` to delete it. */
  get presharedKey(): Uint8Array | undefined {
    return this.#scene.live.presharedKey(this.#server);
  }
  set presharedKey(key: Uint8Array | undefined) {
    if (key !== undefined && !(key instanceof Uint8Array)) {
      throw invalidArgType('presharedKey', ['Uint8Array', 'undefined'], typeof key);
    }
    if (key !== undefined && (key.length === 0 || key.length > MAX_KEY_BYTES)) {
      const there = `${key.length} bytes`;
      throw invalidArgValue('presharedKey', there, `must have 1 to ${MAX_KEY_BYTES} bytes`);
    }
    this.#scene.live.setPresharedKey(this.#server, key);
  }

  /** The transports of the running router; without a scene's doing there are none. */
  get transports(): SimulatedTransport[] {
    return this.#scene.live.transports(this.#server);
  }

  /** Sets the blocks of a transport (0x21 is IP), running and stored. What is left out is empty. */
  setTransport(id: number, blocks: TransportBlocks): void {
    checkDword('id', id);
    checkObject('blocks', blocks, ['globalInfo', 'clientInterfaceInfo']);
    const bytes = (key: keyof TransportBlocks) => {
      const value = blocks[key] ?? new Uint8Array();
      if (!(value instanceof Uint8Array))
        throw invalidArgType(`blocks.${key}`, 'Uint8Array', value);
      checkInteger(`blocks.${key}.length`, value.length, 0, MAX_BLOCK_BYTES);
      return value;
    };
    const global = bytes('globalInfo');
    this.#scene.live.setTransport(this.#server, id, global, bytes('clientInterfaceInfo'));
  }

  /** What the server's MIB has; nothing without a scene's doing. */
  get mib(): Required<SimulatedMibEntry>[] {
    return this.#scene.live.mib(this.#server).map(({ transport, client, place, data }) => {
      const [variable = 0, ...index] = place;
      return { transport, client, variable, index, data };
    });
  }

  /** Puts an entry into the MIB, in place of one with the same variable and index. */
  setMibEntry(entry: SimulatedMibEntry): void {
    const known = ['transport', 'client', 'variable', 'index', 'data'] as const;
    const { data } = checkObject('entry', entry, known);
    if (!(data instanceof Uint8Array)) throw invalidArgType('entry.data', 'Uint8Array', data);
    checkInteger('entry.data.length', data.length, 0, MAX_BLOCK_BYTES);
    this.#scene.live.setMibEntry(this.#server, ...mibPlace(entry), data);
  }

  /** Takes an entry out of the MIB. An error if it is not there. */
  removeMibEntry(entry: Omit<SimulatedMibEntry, 'data'>): void {
    if (!this.#scene.live.removeMibEntry(this.#server, ...mibPlace(entry))) {
      throw notFound(`There is no entry ${entry.variable} with this index`);
    }
  }

  /** Removes a transport, running and stored. An error if there is none. */
  removeTransport(id: number): void {
    if (!this.#scene.live.removeTransport(this.#server, checkDword('id', id))) {
      throw notFound(`There is no transport ${id}`);
    }
  }
}

function mibPlace({
  transport,
  client = IP_ROUTER_MANAGER,
  variable,
  index = [],
}: Omit<SimulatedMibEntry, 'data'>): [number, number, readonly number[]] {
  if (!Array.isArray(index)) throw invalidArgType('entry.index', 'Array', index);
  return [
    checkDword('entry.transport', transport),
    checkDword('entry.client', client),
    [
      checkDword('entry.variable', variable),
      ...index.map((each) => checkDword('entry.index', each)),
    ],
  ];
}

function tunnelFrom(native: NativeTunnel | undefined): SimulatedTunnel {
  const { ports = 0, flags = 0, mostPorts = 0 } = native ?? {};
  return {
    ports,
    isRasEnabled: (flags & FOR_RAS) !== 0,
    isRoutingEnabled: (flags & FOR_ROUTING) !== 0,
    mostPorts,
  };
}
