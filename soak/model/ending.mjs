// A disconnect of one or more links, from the request until it is known whether it was done. At most one is
// under way on a port, so that it is always clear which of them was done.

import { inWords, WrongAnswer } from '../wrong_answer.mjs';
import { isAtSomeMoment } from './refusals.mjs';

/**
 * @typedef {import('./port.mjs').ModelPort} ModelPort
 * @typedef {import('./port.mjs').Link} Link
 * @typedef {import('./session.mjs').Session} Session
 */

export class Ending {
  /** @type {Link[]} */
  links;

  /**
   * @param {import('./server.mjs').ModelServer} server
   * @param {string} operation
   * @param {readonly ModelPort[]} ports none of which has another that is under way
   * @param {boolean} isRight whether the ports are as they were listed, or need not be. If false, the call must be
   *   refused. If true, another session may still arrive between the guard's reading and the disconnect, because
   *   these are two calls to the server. Then that session is disconnected.
   */
  constructor(server, operation, ports, isRight) {
    this.server = server;
    this.operation = operation;
    this.from = server.moment;
    this.links = ports.map((port) => {
      const { session } = port.now;
      const link = { port, from: server.moment, session, isRight, effect: undefined };
      port.pending = link;
      port.note(`asked: ${operation}${isRight ? '' : ', must be refused'}`);
      return link;
    });
  }

  /** The call succeeded. */
  done() {
    let isOpen = false;
    for (const link of this.links) {
      const { session } = link.port.now;
      if (link.effect === undefined && this.links.length > 1 && session !== link.session) {
        // Its caller hung up meanwhile, and left the other links to the call. A later session may have been
        // disconnected instead; the next settled state shows it.
        isOpen ||= session !== undefined;
        if (session !== undefined) continue;
      } else if (link.effect === undefined) {
        this.#mustBeDone(link);
      }
      this.#release(link, 'done');
    }
    if (!isOpen && this.links.every(({ effect }) => effect === undefined)) {
      throw this.#wrong('reported as done, but every link had been hung up before');
    }
  }

  #mustBeDone(link) {
    const { session } = link.port.now;
    if (session !== undefined && link.isRight) {
      link.port.endedByCall();
      return;
    }
    throw this.#wrong(
      `${link.port.name}: reported as done, but ${link.isRight ? '' : 'must be refused, and '}${session?.user ?? 'nobody'} is on it\n` +
        link.port.lately.join('\n'),
    );
  }

  /** The call failed: then nothing may have been done. @param {unknown} error */
  refused(error) {
    for (const link of this.links) {
      if (link.effect === 'done') {
        throw this.#wrong(`${link.port.name}: done, though the call failed with ${inWords(error)}`);
      }
      this.#release(link, 'failed');
    }
  }

  /** Some links were done and others not. @param {readonly import('rras').LinkResult[]} results */
  partlyDone(results) {
    for (const link of this.links) {
      const result = results.find(({ port }) => port === link.port.name);
      if (result !== undefined && result.code === undefined) {
        if (link.effect === undefined) this.#mustBeDone(link);
      } else if (link.effect === 'done') {
        throw this.#wrong(`${link.port.name}: done, though its result is ${result?.code}`);
      }
      this.#release(link, 'partly done');
    }
  }

  /** The caller gave up. If the call had not begun before that, it must never be done. @param {boolean} mayHaveBegun */
  givenUp(mayHaveBegun) {
    for (const { port } of this.links) port.note(`given up: ${this.operation}`);
    if (mayHaveBegun) return;
    for (const link of this.links) {
      if (link.effect === 'done')
        throw this.#wrong(`${link.port.name}: done, though it was given up`);
      this.#release(link, 'given up before it began');
    }
  }

  /**
   * A given-up call is over when a later listing in its lane is answered, and the listing shows whether it was
   * done, unless another session arrived meanwhile, which the call may have ended too.
   *
   * @param {import('./server.mjs').Window} window of the listing
   */
  settleAfter(window) {
    for (const link of this.links) {
      const { port } = link;
      const { session } = port.now;
      const cameMeanwhile = isAtSomeMoment(
        window,
        (moment) => port.at(moment)[0].session !== session,
      );
      if (link.effect !== undefined || session === undefined || !cameMeanwhile)
        this.#release(link, 'given up, and awaited');
    }
  }

  #release(link, outcome) {
    if (link.port.pending !== link) return;
    link.port.pending = undefined;
    link.port.note(`over: ${this.operation}, ${outcome}`);
  }

  #wrong(difference) {
    const { server, operation } = this;
    return new WrongAnswer({ operation, server, difference });
  }
}
