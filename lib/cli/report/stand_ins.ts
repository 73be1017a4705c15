// Stand-ins for what identifies somebody. The same text always gets the same stand-in, so that a report still shows
// what belongs together. What is known to identify nobody stays as it is.

import { isIP } from 'node:net';

/** The words of a report that servers choose, by what they stand for. */
export type Subject = 'server' | 'user' | 'computer' | 'domain' | 'interface' | 'port' | 'device';

const harmless: Readonly<Partial<Record<Subject | 'type', RegExp>>> = {
  interface: /^RAS Server \(Dial In\) Interface$/,
  port: /^(?:(?:VPN|PPTP|L2TP|SSTP|IKEV2|PPPOE)\d{1,2}-\d{1,5}|COM\d{1,3})$/i,
  device: /^WAN Miniport \((?:PPTP|L2TP|SSTP|IKEv2|PPPOE|GRE|IP|IPv6|Network Monitor)\)$/,
  type: /^(?:vpn|modem|isdn|x25|pad|generic|serial|framerelay|atm|sonet|sw56|irda|parallel|pppoe|direct|switch|null|rastapi|rasser)$/i,
};

const harmlessAddresses: readonly string[] = ['0.0.0.0', '127.0.0.1', '::', '::1'];
const NO_GUID = '00000000-0000-0000-0000-000000000000';
const NO_BYTES = '0000000000000000';

export class StandIns {
  readonly #numbers = new Map<string, Map<string, number>>();

  /** alice → user-1. Case makes no difference to a server, and none here. */
  name(subject: Subject, text: string): string {
    if (text === '' || harmless[subject]?.test(text)) return text;
    return `${subject}-${this.#number(subject, text.toLowerCase())}`;
  }

  /** The type of a device, or what carries it. */
  type(text: string): string {
    return text === '' || harmless.type?.test(text) ? text : `type-${this.#number('type', text)}`;
  }

  /** An address of the ranges that RFC 2544 and RFC 3849 keep for tests and documents. */
  address(text: string): string {
    if (text === '' || harmlessAddresses.includes(text)) return text;
    const family = isIP(text);
    if (family === 0) return `address-${this.#number('address', text)}`;
    const number = this.#number(`IPv${family}`, text.toLowerCase());
    if (family === 6) return `2001:db8::${number.toString(16)}`;
    return `198.${18 + ((number >> 16) & 1)}.${(number >> 8) & 255}.${number & 255}`;
  }

  guid(text: string): string {
    if (text === NO_GUID) return text;
    const number = this.#number('guid', text.toLowerCase());
    return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
  }

  /** Eight bytes of an IPv6 address, in hexadecimal. */
  bytes(text: string): string {
    if (text === NO_BYTES) return text;
    return this.#number('bytes', text.toLowerCase()).toString(16).padStart(16, '0');
  }

  #number(kind: string, text: string): number {
    let numbers = this.#numbers.get(kind);
    if (numbers === undefined) {
      numbers = new Map();
      this.#numbers.set(kind, numbers);
    }
    const number = numbers.get(text) ?? numbers.size + 1;
    numbers.set(text, number);
    return number;
  }
}
