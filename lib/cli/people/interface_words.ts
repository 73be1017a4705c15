// Why an interface is down, in plain words.

import { explain } from '../../errors/explain.ts';
import type { Interface, LastError, UnreachabilityReason } from '../../interfaces/interface.ts';

type Down = Pick<Interface, 'state' | 'unreachable' | 'lastError'>;
type KnownReason = Exclude<UnreachabilityReason, `unknown-${number}`>;

const whole: Readonly<Record<KnownReason, string>> = {
  'out-of-resources': 'no port or device is free',
  'admin-disabled': 'an administrator has disabled it',
  'connection-failure': 'the last attempt to connect it failed',
  'service-paused': 'Routing and Remote Access is paused',
  'dial-out-hours': 'its dial-out hours do not allow it now',
  'no-media-sense': 'its network cable is not connected',
  'no-device': 'its network card is gone',
};

/** For the column of a table, where room is short. */
const brief: Readonly<Record<KnownReason, string>> = {
  'out-of-resources': 'no port',
  'admin-disabled': 'disabled',
  'connection-failure': 'failed',
  'service-paused': 'paused',
  'dial-out-hours': 'hours',
  'no-media-sense': 'no cable',
  'no-device': 'no device',
};

/** 'the last attempt to connect it failed: The VPN server did not answer in time (ERROR_VPN_TIMEOUT, 809)'. */
export function whyDown({ state, unreachable, lastError }: Down): string | undefined {
  if (state === 'connected' || state === 'connecting') return undefined;
  if (unreachable.length === 0) {
    if (lastError === undefined) return undefined;
    const what = state === 'disconnected' ? 'it was disconnected' : `it is ${state}`;
    return `${what}: ${errorInWords(lastError)}`;
  }
  const parts = unreachable.map((reason) => {
    if (reason !== 'connection-failure' || lastError === undefined) return wordsFor(reason, whole);
    return `${whole[reason]}: ${errorInWords(lastError)}`;
  });
  return parts.join('; ');
}

/** 'failed, hours'. */
export function whyDownInBrief(unreachable: readonly UnreachabilityReason[]): string {
  return unreachable.map((reason) => wordsFor(reason, brief)).join(', ');
}

/** 'The VPN server did not answer in time (ERROR_VPN_TIMEOUT, 809)'. */
function errorInWords({ status, code }: LastError): string {
  const message = explain(status)?.message.replace(/\.$/, '');
  return message === undefined ? `error ${status}` : `${message} (${code}, ${status})`;
}

function wordsFor(
  reason: UnreachabilityReason,
  words: Readonly<Record<KnownReason, string>>,
): string {
  return Object.hasOwn(words, reason) ? words[reason as KnownReason] : `reason ${reason}`;
}
