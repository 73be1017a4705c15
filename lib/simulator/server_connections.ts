// The verbs on a simulated server's connections: who calls, who hangs up, and what happens between.

import { checkObject } from '../call/arguments.ts';
import type { QuarantineState } from '../connections/connection.ts';
import { invalidArgValue } from '../errors/argument_errors.ts';
import { checkText } from './api_values.ts';
import {
  type ConnectionDetails,
  checkDetails,
  detailMembers,
  detailsFrom,
} from './connection_details.ts';
import {
  type Caller,
  checkCaller,
  checkQuarantineState,
  connectionFrom,
  type SimulatedConnection,
} from './connections.ts';
import { checkDuration, type Duration } from './duration.ts';
import type { SimulatedPort } from './ports.ts';
import { isConnection, ServerScene } from './server_scene.ts';
import { checkTraffic, type SimulatedCounters, type SimulatedTraffic } from './traffic.ts';

const MAX_ENDPOINT = 65;

export class ServerConnections extends ServerScene {
  /** The connections as they are now, the oldest first. */
  get connections(): SimulatedConnection[] {
    const connections = this.scene.live.connections(this.index);
    return connections.map((connection) =>
      connectionFrom(connection, this.name, this.scene.library),
    );
  }

  /**
   * Somebody dials in: takes the first port that waits for a call, or those that `caller` says. An
   * error if none is free.
   */
  dialIn(caller: Caller): SimulatedConnection {
    const native = checkCaller(caller, this.scene.library, (name, port) =>
      this.portOrdinal(name, port),
    );
    return connectionFrom(
      this.scene.live.dialIn(this.index, native),
      this.name,
      this.scene.library,
    );
  }

  /**
   * The caller hangs up: with all links of a connection, or with the one on a port. Takes effect at
   * once. An error if there is nobody to hang up.
   */
  hangUp(what: SimulatedConnection | SimulatedPort | string): void {
    if (isConnection(what)) {
      this.scene.live.hangUpConnection(this.index, this.connectionOrdinal('what', what));
    } else {
      this.scene.live.hangUpPort(this.index, this.portOrdinal('what', what));
    }
  }

  /**
   * Adds to the counters. Traffic of a connection is spread evenly over its ports; that of a port is
   * its connection's, too.
   */
  traffic(what: SimulatedConnection | SimulatedPort | string, traffic: SimulatedTraffic): void {
    checkTraffic('traffic', traffic);
    if (isConnection(what)) {
      this.scene.live.addTraffic(this.index, this.connectionOrdinal('what', what), traffic);
    } else {
      this.scene.live.addPortTraffic(this.index, this.portOrdinal('what', what), traffic);
    }
  }

  /** Traffic that goes on from now on with the clock, so much a second; `{}` ends it. */
  flow(connection: SimulatedConnection, inASecond: SimulatedTraffic): void {
    checkTraffic('inASecond', inASecond);
    const ordinal = this.connectionOrdinal('connection', connection);
    this.scene.live.setFlow(this.index, ordinal, inASecond);
  }

  /** Sets the counters of a connection or of a port to 0, as `clearConnectionStats` and `clearPortStats` do. */
  clearCounters(what: SimulatedConnection | SimulatedPort | string): void {
    if (isConnection(what)) {
      this.scene.live.clearCounters(this.index, this.connectionOrdinal('what', what));
    } else {
      this.scene.live.clearPortCounters(this.index, this.portOrdinal('what', what));
    }
  }

  /** The counters as they are now. */
  counters(what: SimulatedConnection | SimulatedPort | string): SimulatedCounters {
    return isConnection(what)
      ? this.scene.live.counters(this.index, this.connectionOrdinal('what', what))
      : this.scene.live.portCounters(this.index, this.portOrdinal('what', what));
  }

  /** The client cannot be reached any more, and the connection is kept for it. Only over IKEv2. */
  goDormant(connection: SimulatedConnection): void {
    const ordinal = this.connectionOrdinal('connection', connection);
    this.scene.live.setDormant(this.index, ordinal, true);
  }

  /** The client can be reached again. */
  wake(connection: SimulatedConnection): void {
    const ordinal = this.connectionOrdinal('connection', connection);
    this.scene.live.setDormant(this.index, ordinal, false);
  }

  /** The client moves to another network, and can be reached there. Only over IKEv2. */
  roam(connection: SimulatedConnection, remoteEndpoint: string): void {
    const endpoint = checkText('remoteEndpoint', remoteEndpoint, MAX_ENDPOINT);
    if (endpoint === '') throw invalidArgValue('remoteEndpoint', endpoint, 'must not be empty');
    const ordinal = this.connectionOrdinal('connection', connection);
    this.scene.live.switchOver(this.index, ordinal, endpoint);
  }

  /**
   * Changes the quarantine. A probation ends after this time, and the connection with it, unless
   * the state changes before.
   */
  quarantine(connection: SimulatedConnection, state: 'probation', time: Duration): void;
  quarantine(connection: SimulatedConnection, state: Exclude<QuarantineState, 'probation'>): void;
  quarantine(connection: SimulatedConnection, state: QuarantineState, time?: Duration): void {
    const number = checkQuarantineState('state', state);
    if (state !== 'probation' && time !== undefined) {
      throw invalidArgValue('time', time, 'can be told of a probation only');
    }
    const probation = state === 'probation' ? checkDuration('time', time) : undefined;
    const ordinal = this.connectionOrdinal('connection', connection);
    this.scene.live.setQuarantine(this.index, ordinal, number, probation);
  }

  /** All that was told, and what the model chose, as it is now. */
  details(connection: SimulatedConnection): ConnectionDetails {
    const ordinal = this.connectionOrdinal('connection', connection);
    return detailsFrom(this.scene.live.details(this.index, ordinal));
  }

  /** Changes what is told; the rest stays. */
  setDetails(connection: SimulatedConnection, details: Partial<ConnectionDetails>): void {
    checkObject('details', details, detailMembers);
    const checked = checkDetails('details', details, this.scene.library);
    const ordinal = this.connectionOrdinal('connection', connection);
    this.scene.live.setDetails(this.index, ordinal, checked);
  }
}
