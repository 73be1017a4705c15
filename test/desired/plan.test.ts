// What has to be done so that an interface matches a wish, from what is there. Nothing is asked.

import { describe, expect, it } from 'vitest';
import { type Found, Impossible, named, plan } from '../../lib/desired/plan.ts';
import { checkWish, type DesiredInterface } from '../../lib/desired/wish.ts';
import { demandDialFrom, type EntryColumns } from '../../lib/interfaces/demand_dial.ts';
import { plainEntry } from './entry.ts';

const hours = { monday: [{ from: '09:00', to: '17:30' }] };
const key = Uint8Array.of(1, 2, 3);

const common = { server: 'RAS01', name: 'Paris', type: 'full-router', isEnabled: true } as const;
const stored = { ...common, dialOutHours: undefined };

function running(entry: Partial<EntryColumns> = {}) {
  return {
    ...common,
    handle: 7,
    state: 'disconnected',
    unreachable: [],
    lastError: undefined,
    dialOutHours: undefined,
    demandDial: demandDialFrom({ ...plainEntry, ...entry }, []),
  } as const;
}

const both: Found = { running: running(), devices: [], stored };
const nowhere: Found = { running: undefined, devices: [], stored: undefined };

function steps(found: Found, wish: Omit<DesiredInterface, 'name'>, setSecrets = false): string[] {
  return plan(found, checkWish({ name: 'Paris', ...wish }), setSecrets).map(({ shown }) => {
    const { side, action, changes } = shown;
    const fields = changes.map(({ field, from, to, isSecret }) =>
      isSecret ? `${field} will be set` : `${field} ${JSON.stringify(from)}>${JSON.stringify(to)}`,
    );
    return [`${side} ${action}`, ...fields].join('; ');
  });
}

describe('an interface that is as wished', () => {
  it.each<[string, Omit<DesiredInterface, 'name'>]>([
    ['nothing but a name', {}],
    ['its type', { type: 'full-router' }],
    ['that it is enabled', { isEnabled: true }],
    ['no restriction of its hours', { dialOutHours: null }],
    ['settings that it has', { demandDial: { vpnStrategy: 'default', ipv4: { dns: null } } }],
    ['protocols in another order', { demandDial: { protocols: ['ipv6', 'ip'] } }],
    ['secrets, which cannot be compared', { presharedKey: key, credentials: { userName: 'a' } }],
  ])('needs nothing: %s', (_, wish) => {
    expect(steps({ ...both, running: running({ protocols: 12 }) }, wish)).toEqual([]);
  });

  it('needs nothing for days without a range', () => {
    const found = {
      ...both,
      running: { ...running(), dialOutHours: hours },
      stored: { ...stored, dialOutHours: hours },
    };
    expect(steps(found, { dialOutHours: { ...hours, tuesday: [] } })).toEqual([]);
  });

  it('gets its secrets when that is asked for, and they are not shown', () => {
    const wish = { presharedKey: key, credentials: { userName: 'secret' }, eap: key };
    const shown = steps(both, wish, true);
    expect(shown).toEqual([
      'running set credentials; credentials will be set',
      'running set pre-shared key; presharedKey will be set',
      'running set EAP data; eap will be set',
    ]);
  });
});

describe('an interface that is new', () => {
  it('is created and gets its secrets before it is stored', () => {
    const demandDial = { phoneNumber: 'vpn', alternates: ['other'] };
    const wish = {
      demandDial,
      dialOutHours: hours,
      presharedKey: key,
      devices: [{ deviceName: 'x' }],
    };
    expect(steps(nowhere, wish).map((each) => each.split(';', 1)[0])).toEqual([
      'running create',
      'running set',
      'running set device',
      'running set pre-shared key',
      'stored create',
    ]);
  });

  it('takes from the side that has it what is not wished', () => {
    const disabled = { ...stored, isEnabled: false, dialOutHours: hours };
    expect(steps({ ...nowhere, stored: disabled }, {})).toEqual([
      `running create; type undefined>"full-router"; isEnabled undefined>false; dialOutHours undefined>${JSON.stringify(hours)}`,
    ]);
  });

  it('counts as new until it is stored, so that it gets its secrets', () => {
    expect(steps({ ...both, stored: undefined }, { presharedKey: key })).toEqual([
      'running set pre-shared key; presharedKey will be set',
      'stored create; type undefined>"full-router"; isEnabled undefined>true',
    ]);
  });
});

describe('an interface that differs', () => {
  it('is set on the sides where it differs, the running router first', () => {
    expect(steps(both, { isEnabled: false })).toEqual([
      'running set; isEnabled true>false',
      'stored set; isEnabled true>false',
    ]);
    const found = { ...both, stored: { ...stored, dialOutHours: hours } };
    expect(steps(found, { dialOutHours: null })).toEqual([
      `stored set; dialOutHours ${JSON.stringify(hours)}>undefined`,
    ]);
  });

  it('shows each setting with what it is and what it will be', () => {
    const wish = {
      vpnStrategy: 'ikev2-only',
      idleDisconnect: 'never',
      ipv4: { dns: '10.0.0.1' },
    } as const;
    expect(steps(both, { demandDial: wish })).toEqual([
      'running set; demandDial.vpnStrategy "default">"ikev2-only"; demandDial.idleDisconnect "default">"never"; demandDial.ipv4.dns undefined>"10.0.0.1"',
    ]);
  });

  it('gets the devices that differ', () => {
    const device = { deviceType: 'vpn', deviceName: 'a', phoneNumber: '', alternates: [] };
    const found = { ...both, devices: [device, device] };
    const devices = [{ deviceName: 'a' }, { deviceName: 'b', deviceType: 'vpn' }];
    expect(steps(found, { devices })).toEqual([
      'running set device; devices[1].deviceName "a">"b"',
    ]);
  });
});

describe('an interface that is to be removed', () => {
  it('is deleted where it is, from the running router first', () => {
    expect(steps(both, { isAbsent: true })).toEqual(['running delete', 'stored delete']);
    expect(steps({ ...both, stored: undefined }, { isAbsent: true })).toEqual(['running delete']);
    expect(steps({ ...nowhere, stored }, { isAbsent: true })).toEqual(['stored delete']);
    expect(steps(nowhere, { isAbsent: true })).toEqual([]);
  });
});

it.each<[string, Found, Omit<DesiredInterface, 'name'>]>([
  ['another type', both, { type: 'home-router' }],
  ['two types', { ...both, stored: { ...stored, type: 'home-router' } }, {}],
  ['a type newer than the package', { ...nowhere, stored: { ...stored, type: 'unknown-9' } }, {}],
  [
    'dialling what is not dialled',
    { ...nowhere, stored: { ...stored, type: 'dedicated' } },
    { demandDial: {} },
  ],
])('cannot be: %s', (_, found, wish) => {
  expect(() => steps(found, wish)).toThrow(expect.any(Impossible));
});

describe('a wish is refused before anything is asked', () => {
  it.each<[string, object]>([
    ['without a name', {}],
    ['with an empty name', { name: '' }],
    ['with an unknown member', { name: 'Paris', vpn: true }],
    ['to remove an interface and enable it', { name: 'Paris', isAbsent: true, isEnabled: true }],
    ['to dial a network card', { name: 'Paris', type: 'dedicated', demandDial: {} }],
    ['with an unknown setting', { name: 'Paris', demandDial: { speed: 1 } }],
    [
      'with an impossible hour',
      { name: 'Paris', dialOutHours: { monday: [{ from: '25:00', to: '26:00' }] } },
    ],
    ['with an unknown part of a device', { name: 'Paris', devices: [{ name: 'x' }] }],
    ['with an empty user name', { name: 'Paris', credentials: { userName: '' } }],
    ['with a key that is a text', { name: 'Paris', presharedKey: 'secret' }],
    ['with an empty key', { name: 'Paris', presharedKey: new Uint8Array() }],
  ])('%s', (_, wish) => {
    expect(() => checkWish(wish as DesiredInterface)).toThrow(TypeError);
  });
});

describe('the interface of a name', () => {
  const list = ['Rome', 'Paris', 'PARIS'].map((name) => ({ name }));

  it.each([
    ['PARIS', 'PARIS'],
    ['rome', 'Rome'],
    ['Oslo', undefined],
  ])('%s is the one that has it, whatever its letter case: %s', (name, own) => {
    expect(named(list, name)?.name).toBe(own);
  });

  it('is refused if it can be several', () => {
    expect(() => named(list, 'paris')).toThrow(
      'must name one interface, but there are Paris, PARIS',
    );
  });
});
