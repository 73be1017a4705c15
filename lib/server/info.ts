// A server: uptime and ports. What can be set has one shape for reading and writing.

/** The ports of one tunnel protocol. */
export interface TunnelPorts {
  /** How many ports there are. */
  readonly count: number;
  /** Whether clients may dial in on them. */
  readonly isRasEnabled: boolean;
  /** Whether demand-dial routing may use them. */
  readonly isRoutingEnabled: boolean;
}

/** What a server says of itself. `setInfo` takes it back whole: the ports of the protocols can be set. */
export interface ServerInfo {
  /** Whether it routes between networks only: all that concerns ports and connections fails with 903. */
  readonly isLanOnly: boolean | undefined;
  /** Seconds. */
  readonly upTime: number | undefined;
  readonly totalPorts: number;
  readonly portsInUse: number;
  /** Reported since Windows Server 2003. */
  readonly pptp?: TunnelPorts;
  /** Reported since Windows Server 2003. */
  readonly l2tp?: TunnelPorts;
  /** Reported since Windows Server 2008. */
  readonly sstp?: TunnelPorts;
  /** Under `rassapi`: 10 for LAN Manager, 35 for NT 3.51 and before, 40 for NT 4. */
  readonly rasVersion?: number;
}

/** Settings for the ports of one protocol. Those that are left out or `undefined` stay as the server has them. */
export interface TunnelPortSettings {
  readonly count?: number | undefined;
  readonly isRasEnabled?: boolean | undefined;
  readonly isRoutingEnabled?: boolean | undefined;
}

/** The fields of `ServerInfo` that can be set. Those that are left out or `undefined` stay as the server has them. */
export interface ServerSettings {
  readonly pptp?: TunnelPortSettings | undefined;
  readonly l2tp?: TunnelPortSettings | undefined;
  readonly sstp?: TunnelPortSettings | undefined;
}

/** What became of settings that the server accepted. */
export interface SettingsResult {
  /**
   * The settings that the call changed, such as 'sstp.count'. Empty if the server had all of them already; then
   * nothing was written.
   */
  readonly changed: readonly string[];
  /** Whether they take effect only after the server has been restarted (3010). */
  readonly isRebootRequired: boolean;
  /** Whether they take effect only after the service has been restarted (3011). */
  readonly isRestartRequired: boolean;
}
