// What the simulator refuses because of the state of its world. Wrong arguments are TypeErrors instead.

/**
 * Why the simulator refused:
 *
 * - `…_DISPOSED`: the simulator has been disposed of
 * - `…_EXISTS`: there is a server, domain or user of this name already
 * - `…_NOT_FOUND`: there is no such server, domain, user, port, connection or transport, or not any more
 * - `…_IMPOSSIBLE`: it cannot happen now: no port is free, the service is stopped, the server is too old
 * - `…_INSTALLED`: another simulator is installed in this thread
 * - `…_ENDED`: what was waited for ended first
 * - `…_LEFT_OPEN`: a test left buffers or handles behind
 */
export type SimulatorErrorCode =
  | 'ERR_RRAS_SIMULATOR_DISPOSED'
  | 'ERR_RRAS_SIMULATOR_EXISTS'
  | 'ERR_RRAS_SIMULATOR_NOT_FOUND'
  | 'ERR_RRAS_SIMULATOR_IMPOSSIBLE'
  | 'ERR_RRAS_SIMULATOR_INSTALLED'
  | 'ERR_RRAS_SIMULATOR_ENDED'
  | 'ERR_RRAS_SIMULATOR_LEFT_OPEN';

/** An error of the simulator, never of the simulated servers: those answer with a status. */
export class SimulatorError extends Error {
  override readonly name = 'SimulatorError';
  readonly code: SimulatorErrorCode;

  /** @internal */
  constructor(code: SimulatorErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

export function notFound(message: string): SimulatorError {
  return new SimulatorError('ERR_RRAS_SIMULATOR_NOT_FOUND', message);
}
