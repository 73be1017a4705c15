// Domains: who controls them, who has an account there, which machines are registered as RAS
// servers.

import { checkBoolean, checkObject } from '../call/arguments.ts';
import { invalidArgType, invalidArgValue } from '../errors/argument_errors.ts';
import { inspect } from '../errors/inspect.ts';
import { Accounts, type DialInSettings, type SimulatedUser } from './accounts.ts';
import { checkText } from './api_values.ts';
import type { NativeDomainState } from './native.ts';
import type { Scene } from './scene.ts';
import { notFound } from './simulator_error.ts';

export interface SimulatedDomainOptions {
  /**
   * The machines that hold the accounts. The first is the one that callers are told. One that is no
   * server of the simulator yet becomes one, with its service stopped.
   */
  readonly controllers?: readonly string[];
  /** Whether its directory answers. If not, there is no such domain, or 8250. Default true. */
  readonly reachable?: boolean;
  /** Whether who calls is a user of it. If not, what concerns RAS servers fails with 8224. Default true. */
  readonly acceptsCaller?: boolean;
}

// DNLEN, and what is left of UNCLEN without the backslashes.
const NAME_UNITS = 15;

/** A domain of a {@link Simulator}, made by its `addDomain`. */
export class SimulatedDomain {
  readonly name: string;
  readonly controllers: readonly string[];
  readonly #scene: Scene;
  readonly #index: number;
  readonly #accounts: Accounts;

  /** @internal */
  constructor(scene: Scene, name: string, controllers: readonly string[], index: number) {
    this.name = name;
    this.controllers = controllers;
    this.#scene = scene;
    this.#index = index;
    this.#accounts = new Accounts(scene, true, index);
  }

  /** Whether its directory answers. */
  get reachable(): boolean {
    return this.#state.reachable;
  }
  set reachable(reachable: boolean) {
    this.#set({ reachable: checkBoolean('reachable', reachable) });
  }

  /** Whether who calls is a user of the domain. */
  get acceptsCaller(): boolean {
    return this.#state.acceptsCaller;
  }
  set acceptsCaller(acceptsCaller: boolean) {
    this.#set({ acceptsCaller: checkBoolean('acceptsCaller', acceptsCaller) });
  }

  /** The machines that EstablishDomainRasServer has registered, by name. */
  get rasServers(): readonly string[] {
    return this.#state.rasServers;
  }

  /** Adds a user account. A name twice, in whatever case, is an error. */
  addUser(name: string, settings: DialInSettings = {}): SimulatedUser {
    return this.#accounts.add(name, settings);
  }

  /** Changes a user's settings; what is left out stays. */
  setUser(name: string, settings: DialInSettings): SimulatedUser {
    return this.#accounts.set(name, settings);
  }

  /** The user of this name, in whatever case. An error if there is none. */
  user(name: string): SimulatedUser {
    return this.#accounts.get(name);
  }

  /** The users by name. */
  get users(): SimulatedUser[] {
    return this.#accounts.all;
  }

  removeUser(name: string): void {
    this.#accounts.remove(name);
  }

  get #state(): NativeDomainState {
    return this.#scene.live.domainState(this.#index);
  }

  #set(state: Partial<NativeDomainState>): void {
    this.#scene.live.setDomainState(this.#index, state);
  }
}

export function checkDomainName(name: string, value: unknown): string {
  const domain = checkText(name, value, NAME_UNITS);
  if (domain === '' || /[\\%]/.test(domain)) {
    throw invalidArgValue(name, domain, 'must be a name without a backslash and a %');
  }
  return domain;
}

export function checkDomainOptions(
  options: SimulatedDomainOptions,
): Required<SimulatedDomainOptions> {
  checkObject('options', options, ['controllers', 'reachable', 'acceptsCaller']);
  const { controllers = [], reachable = true, acceptsCaller = true } = options;
  if (!Array.isArray(controllers)) {
    throw invalidArgType('options.controllers', 'an array of names', controllers);
  }
  return {
    controllers: controllers.map((name: unknown, i) =>
      checkDomainName(`options.controllers[${i}]`, name),
    ),
    reachable: checkBoolean('options.reachable', reachable),
    acceptsCaller: checkBoolean('options.acceptsCaller', acceptsCaller),
  };
}

export function noSuchDomain(name: string): Error {
  return notFound(`There is no domain ${inspect(name)}`);
}
