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

  /** What is stored for transports; without a scene's doing nothing is. */
  get transports(): SimulatedTransport[] {
    return this.#scene.live.transports(this.#server);
  }

  /** Stores the blocks of a transport (0x21 is IP). What is left out is empty. */
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

  /** Deletes what is stored for a transport. An error if nothing is. */
  removeTransport(id: number): void {
    if (!this.#scene.live.removeTransport(this.#server, checkDword('id', id))) {
      throw notFound(`There is no transport ${id}`);
    }
  }
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
