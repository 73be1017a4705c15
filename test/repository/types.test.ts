// The types for a user's compiler. Each test fails with the errors that the compiler finds in it.

import { fileURLToPath } from 'node:url';
import { describe, expectTypeOf } from 'vitest';
import {
  type CallOptions,
  type Connection,
  type ConnectionReference,
  type ConnectOptions,
  connect,
  type Dialect,
  type DisconnectConnectionOptions,
  type DisconnectSessionOptions,
  type EnumPortsOptions,
  type EnumSessionsOptions,
  explain,
  type LinkProjection,
  type Operation,
  type Port,
  type PortActionOptions,
  type PortCondition,
  type RasError,
  RasErrorCode,
  type RasErrorName,
  RasServer,
  type RasTimeoutError,
  type ServerInfo,
  type ServerInfoEx,
  type ServerSettings,
  type ServerSettingsEx,
  type Session,
  type SettingsResult,
  type UserSettings,
  type WatchChange,
  type WatchedSession,
} from '../../lib/index.ts';
import { Simulator } from '../../lib/simulator/index.ts';
import { typeTests } from './compiler.ts';

describe('the types', () => {
  const it = typeTests(fileURLToPath(import.meta.url));

  it('allow every documented way to connect, and no other', () => {
    expectTypeOf(connect).parameters.toEqualTypeOf<
      [server?: string | undefined, options?: ConnectOptions | undefined]
    >();
    expectTypeOf(connect).returns.resolves.toEqualTypeOf<RasServer>();
    expectTypeOf<'nt4'>().toExtend<ConnectOptions['library']>();
    expectTypeOf<{ path: string; dialect: 'rassapi' }>().toExtend<ConnectOptions['library']>();
    expectTypeOf(Simulator).instance.toExtend<ConnectOptions['library']>();
    expectTypeOf<'ddm'>().not.toExtend<ConnectOptions['library']>();
    expectTypeOf<null>().not.toExtend<Parameters<typeof connect>[0]>();
  });

  it('have every operation of a server', () => {
    expectTypeOf<RasServer>().toExtend<AsyncDisposable>();
    expectTypeOf<RasServer['dialect']>().toEqualTypeOf<Dialect>();
    expectTypeOf<RasServer['supports']>().parameter(0).toEqualTypeOf<Operation>();
    expectTypeOf<RasServer['enumPorts']>()
      .parameter(0)
      .toEqualTypeOf<EnumPortsOptions | undefined>();
    expectTypeOf<RasServer['enumPorts']>().returns.resolves.toEqualTypeOf<Port[]>();
    expectTypeOf<RasServer['disconnectPort']>().parameters.toEqualTypeOf<
      [port: Port | string | number, options?: PortActionOptions | undefined]
    >();
    expectTypeOf<RasServer['disconnect']>().parameters.toEqualTypeOf<
      [options?: CallOptions | undefined]
    >();
    expectTypeOf<RasServer['enumSessions']>().parameters.toEqualTypeOf<
      [options?: EnumSessionsOptions | undefined]
    >();
    expectTypeOf<RasServer['enumSessions']>().returns.resolves.toEqualTypeOf<Session[]>();
    expectTypeOf<RasServer['disconnectSession']>().parameters.toEqualTypeOf<
      [session: Session, options?: DisconnectSessionOptions | undefined]
    >();
    // @ts-expect-error Only connect() returns one.
    expectTypeOf(() => new RasServer()).returns.toEqualTypeOf<RasServer>();
  });

  it('report the changes of a watch as one union', () => {
    const follow = async (server: RasServer) => {
      for await (const change of server.watch()) {
        expectTypeOf(change).toEqualTypeOf<WatchChange>();
        expectTypeOf(change.at).toEqualTypeOf<Date>();
        if (change.type === 'connected') await server.disconnectSession(change.session);
        if (change.type === 'roamed') expectTypeOf(change.before).toExtend<Session>();
        // @ts-expect-error Only some changes are about a session.
        expectTypeOf(change.session).toEqualTypeOf<WatchedSession>();
      }
    };
    expectTypeOf(follow).returns.resolves.toEqualTypeOf<void>();
    expectTypeOf<WatchChange<'port-added'>['port']>().toEqualTypeOf<Port>();
    expectTypeOf<WatchChange<'snapshot'>['sessions'][number]>().toEqualTypeOf<WatchedSession>();
    expectTypeOf<WatchChange<'disconnected'>>().toExtend<WatchChange>();
    // @ts-expect-error The members of the union have no names of their own.
    expectTypeOf<import('../../lib/index.ts').Connected>().toEqualTypeOf<never>();
  });

  it('make a port read-only, and list its conditions', () => {
    const rename = (port: Port) => {
      // @ts-expect-error A port is a snapshot.
      port.name = '';
    };
    expectTypeOf(rename).toBeFunction();
    expectTypeOf<'listening'>().toExtend<PortCondition>();
    expectTypeOf<'unknown-99'>().toExtend<PortCondition>();
    expectTypeOf<'lisening'>().not.toExtend<PortCondition>();
    expectTypeOf<Port['connection']>().toEqualTypeOf<number | undefined>();
  });

  it('mark the fields of a connection that an older server lacks', () => {
    expectTypeOf<RasServer['enumConnections']>().returns.resolves.toEqualTypeOf<Connection[]>();
    expectTypeOf<Connection['guid']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Connection['isDormant']>().toEqualTypeOf<boolean | undefined>();
    expectTypeOf<'aes-256'>().toExtend<Connection['encryption']>();
    expectTypeOf<'unknown-77'>().toExtend<Connection['encryption']>();
    expectTypeOf<'aes-265'>().not.toExtend<Connection['encryption']>();
    const rename = (connection: Connection) => {
      // @ts-expect-error A connection is a snapshot.
      connection.userName = '';
      const { projection } = connection;
      return projection?.type === 'ikev2' ? projection.encryptionMethod : projection?.link;
    };
    expectTypeOf(rename).returns.toEqualTypeOf<number | LinkProjection | undefined>();
  });

  it('accept a snapshot or a handle for an action, and nothing else', () => {
    expectTypeOf<RasServer['disconnectConnection']>().parameters.toEqualTypeOf<
      [connection: ConnectionReference | number, options?: DisconnectConnectionOptions | undefined]
    >();
    expectTypeOf<RasServer['removeQuarantine']>()
      .parameter(0)
      .toEqualTypeOf<ConnectionReference | number | string>();
    expectTypeOf<RasServer['setInfo']>().returns.resolves.toEqualTypeOf<SettingsResult>();
    // Not a text, because a text could not be wiped.
    expectTypeOf<RasServer['setCredentials']>().parameter(0).toEqualTypeOf<Uint8Array | null>();
    expectTypeOf<{ callback: 'always' }>().not.toExtend<UserSettings>();
    expectTypeOf<'tcp'>().not.toExtend<Parameters<RasServer['getTransport']>[0]>();
  });

  it('let what was read of a server be handed back, as it is or changed', () => {
    expectTypeOf<ServerInfo>().toExtend<ServerSettings>();
    expectTypeOf<ServerInfoEx>().toExtend<ServerSettingsEx>();
    expectTypeOf<ServerInfo>().toExtend<ServerSettingsEx>();
    const grow = async (server: RasServer) => {
      const info = await server.getInfo();
      await server.setInfo({ ...info, sstp: { ...info.sstp, count: 256 } });
      // @ts-expect-error It cannot be set, and follows from the ports of the protocols.
      await server.setInfo({ totalPorts: 256 });
      // @ts-expect-error It cannot be set.
      return server.setInfoEx({ sstp: { usesHttps: false } });
    };
    expectTypeOf(grow).returns.resolves.toEqualTypeOf<SettingsResult>();
  });

  it('have every code by its name', () => {
    expectTypeOf(RasErrorCode.ERROR_DDM_NOT_RUNNING).toEqualTypeOf<903>();
    expectTypeOf(RasErrorCode.NERR_UserNotFound).toEqualTypeOf<2221>();
    expectTypeOf<'ERROR_VPN_TIMEOUT'>().toExtend<RasErrorName>();
    expectTypeOf<RasError['code']>().toEqualTypeOf<RasErrorName>();
    expectTypeOf<'ERROR_DDM_NOT_RUNING'>().not.toExtend<RasErrorName>();
    expectTypeOf<'UNKNOWN_5000'>().toExtend<RasErrorName>();
    expectTypeOf<'ERR_RRAS_CLOSED'>().toExtend<RasErrorName>();
    expectTypeOf(explain).parameter(0).toEqualTypeOf<string | number>();
    expectTypeOf(RasErrorCode.ERROR_NETNAME_DELETED).toEqualTypeOf<64>();
    expectTypeOf<'ERROR_NETNAME_DELETED'>().toExtend<RasErrorName>();
  });

  it('let codes be labels of a switch, and arguments', () => {
    const words = (error: RasError) => {
      switch (error.code) {
        case 'ERROR_NETNAME_DELETED':
        case 'ERROR_IPSEC_IKE_AUTH_FAIL':
          return 'lost';
        case 'ERR_RRAS_TIMEOUT':
          return error.outcome;
        // @ts-expect-error There is no such code.
        case 'ERROR_NETNAME_DELTED':
          return '';
      }
      switch (error.status) {
        case RasErrorCode.ERROR_NETNAME_DELETED:
          return 'lost';
      }
      return undefined;
    };
    expectTypeOf(words).returns.toExtend<string | undefined>();
    const takes = (code: RasErrorCode) => code;
    expectTypeOf(takes(RasErrorCode.ERROR_DDM_NOT_RUNNING)).toEqualTypeOf<RasErrorCode>();
    expectTypeOf(takes).parameter(0).toExtend<number>();
    expectTypeOf<947>().not.toExtend<RasErrorCode>();
  });

  it('say what an error has', () => {
    expectTypeOf<RasError['status']>().toEqualTypeOf<number | undefined>();
    expectTypeOf<RasError['syscall']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<RasError['outcome']>().toEqualTypeOf<'not-done' | 'unknown' | undefined>();
    expectTypeOf<RasTimeoutError>().toExtend<RasError>();
    expectTypeOf<RasTimeoutError['code']>().toEqualTypeOf<'ERR_RRAS_TIMEOUT'>();
    expectTypeOf<RasTimeoutError['timeout']>().toEqualTypeOf<number>();
    expectTypeOf<RasTimeoutError['operation']>().toEqualTypeOf<string>();
  });
});
