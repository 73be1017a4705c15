// What ServerGetInfoEx tells of the tunnels besides their ports.

import { checkBoolean, checkObject } from '../call/arguments.ts';
import { invalidArgType } from '../errors/argument_errors.ts';
import { checkDword, checkText } from './api_values.ts';

/** Names and numbers are those of the API's structs; the simulator reads none of them. */
export interface TunnelParameters {
  readonly ikev2IdleTimeout: number;
  readonly ikev2NetworkBlackoutTime: number;
  readonly ikev2SaLifeTime: number;
  readonly ikev2SaDataSize: number;
  readonly ikev2ConfigOptions: number;
  readonly ikev2EncryptionType: number;
  readonly ikev2MainModeSaLifeTime: number;
  /** Names of root certificates, encoded. */
  readonly ikev2Certificates: readonly Uint8Array[];
  readonly ikev2Ekus: readonly { readonly isOid: boolean; readonly text: string }[];
  readonly l2tpIdleTimeout: number;
  readonly l2tpEncryptionType: number;
  readonly l2tpSaLifeTime: number;
  readonly l2tpSaDataSize: number;
  readonly l2tpMainModeSaLifeTime: number;
  readonly sstpHttps: boolean;
  readonly sstpCertificateAlgorithm: number;
  readonly sstpDefaultCertificate: boolean;
  readonly sstpCertificateHash: Uint8Array;
}

const MAX_TEXT = 0xffff;

type Check = (name: string, value: unknown) => unknown;

const number: Check = (name, value) => checkDword(name, value);
const bytes: Check = (name, value) => {
  if (!(value instanceof Uint8Array)) throw invalidArgType(name, 'Uint8Array', value);
  return value;
};

function listOf(check: Check): Check {
  return (name, value) => {
    if (!Array.isArray(value)) throw invalidArgType(name, 'an array', value);
    return value.map((element: unknown, i) => check(`${name}[${i}]`, element));
  };
}

const eku: Check = (name, value) => {
  const { isOid, text } = checkObject(name, value as { isOid: boolean; text: string }, [
    'isOid',
    'text',
  ]);
  return {
    isOid: checkBoolean(`${name}.isOid`, isOid),
    text: checkText(`${name}.text`, text, MAX_TEXT),
  };
};

const checks: Readonly<Record<keyof TunnelParameters, Check>> = {
  ikev2IdleTimeout: number,
  ikev2NetworkBlackoutTime: number,
  ikev2SaLifeTime: number,
  ikev2SaDataSize: number,
  ikev2ConfigOptions: number,
  ikev2EncryptionType: number,
  ikev2MainModeSaLifeTime: number,
  ikev2Certificates: listOf(bytes),
  ikev2Ekus: listOf(eku),
  l2tpIdleTimeout: number,
  l2tpEncryptionType: number,
  l2tpSaLifeTime: number,
  l2tpSaDataSize: number,
  l2tpMainModeSaLifeTime: number,
  sstpHttps: checkBoolean,
  sstpCertificateAlgorithm: number,
  sstpDefaultCertificate: checkBoolean,
  sstpCertificateHash: bytes,
};

export function checkParameters(parameters: Partial<TunnelParameters>): Partial<TunnelParameters> {
  const names = Object.keys(checks) as (keyof TunnelParameters)[];
  checkObject('parameters', parameters, names);
  const checked: Record<string, unknown> = {};
  for (const name of names) {
    const value = parameters[name];
    if (value !== undefined) checked[name] = checks[name](`parameters.${name}`, value);
  }
  return checked;
}
