// A connected server that the addon speaks to.

import type {
  Begun,
  ConnectedServer,
  Notifications,
  NotificationsReply,
  ServerEvent,
} from '../call/connected_server.ts';
import type { Dialect } from '../call/dialect.ts';
import {
  type Answer,
  type Arguments,
  type OperationName,
  storedFunctionName,
} from '../call/operations.ts';
import type { CallOptions } from '../call/options.ts';
import type { Reply } from '../call/reply.ts';
import {
  type Binding,
  type NativeNotification,
  type NativeServer,
  nextTicket,
  type OperationFunctions,
} from '../native/binding.ts';

/** What `connect` has found out. */
export interface Reached {
  readonly name: string;
  readonly dialect: Dialect;
  readonly library: string;
  readonly operations: readonly string[];
  readonly functions: readonly string[];
  address(server: string): string | null;
  connectAnew(options: CallOptions): Promise<ConnectedServer>;
  connectStored(options: CallOptions): Promise<ConnectedServer>;
}

/** Begins an operation of the addon. */
export function beginOn<Result>(
  binding: Binding,
  begin: (ticket: number) => Promise<Result>,
): Begun<Result> {
  const ticket = nextTicket(binding);
  return { answer: begin(ticket), abandon: () => binding.abandon(ticket) };
}

/** What a session is with. */
export type Side = 'running' | 'stored';

export class AddonServer implements ConnectedServer {
  readonly name: string;
  readonly dialect: Dialect;
  readonly library: string;
  readonly operations: readonly string[];
  readonly functions: readonly string[];
  readonly address: ConnectedServer['address'];
  readonly connectAnew: ConnectedServer['connectAnew'];
  readonly connectStored: ConnectedServer['connectStored'];
  readonly #binding: Binding;
  readonly #server: NativeServer;
  readonly #side: Side;

  constructor(binding: Binding, server: NativeServer, reached: Reached, side: Side) {
    this.#binding = binding;
    this.#server = server;
    this.#side = side;
    this.name = reached.name;
    this.dialect = reached.dialect;
    this.library = reached.library;
    this.operations = reached.operations;
    this.functions = reached.functions;
    this.address = reached.address;
    this.connectAnew = reached.connectAnew;
    this.connectStored = reached.connectStored;
  }

  ask<Name extends OperationName>(operation: Name, ...args: Arguments<Name>): Begun<Answer<Name>> {
    const call = functionFor(this.#binding, operation, this.#side);
    return beginOn(this.#binding, (ticket) => call(ticket, this.#server, ...args));
  }

  watchConnections(): Begun<NotificationsReply> {
    const binding = this.#binding;
    const { answer, abandon } = beginOn(binding, (ticket) =>
      binding.watchConnections(ticket, this.#server),
    );
    return {
      answer: answer.then(({ notification, ...reply }) =>
        notification === undefined
          ? reply
          : { ...reply, notifications: new AddonNotifications(binding, notification) },
      ),
      abandon,
    };
  }

  makeEvent(): ServerEvent | undefined {
    const binding = this.#binding;
    const object = this.name === '' ? binding.makeEvent() : undefined;
    if (object === undefined) return undefined;
    return { object, next: () => beginOn(binding, (ticket) => binding.nextEvent(ticket, object)) };
  }

  release(): Begun<Reply> {
    return beginOn(this.#binding, (ticket) => this.#binding.serverDisconnect(ticket, this.#server));
  }
}

/** The function of the addon for an operation; those for a stored configuration have names of their own. */
function functionFor<Name extends OperationName>(
  binding: Binding,
  operation: Name,
  side: Side,
): OperationFunctions[Name] {
  const name = side === 'stored' ? storedFunctionName(operation) : operation;
  return Reflect.get(binding, name ?? operation);
}

class AddonNotifications implements Notifications {
  readonly #binding: Binding;
  readonly #notification: NativeNotification;

  constructor(binding: Binding, notification: NativeNotification) {
    this.#binding = binding;
    this.#notification = notification;
  }

  next(): Begun<Reply> {
    return beginOn(this.#binding, (ticket) =>
      this.#binding.nextNotification(ticket, this.#notification),
    );
  }

  end(): Promise<Reply> {
    return this.#binding.endNotification(nextTicket(this.#binding), this.#notification);
  }
}
