// A server: uptime and ports.

/** The ports of one tunnel protocol. */
export interface TunnelPorts {
  /** How many ports there are. */
  readonly count: number;
  /** Whether clients may dial in on them. */
  readonly forRas: boolean;
  /** Whether demand-dial routing may use them. */
  readonly forRouting: boolean;
}

export interface ServerInfo {
  /** Whether it routes between networks only: all that concerns ports and connections fails with 903. */
  readonly isLanOnly: boolean | undefined;
  /** Seconds. */
  readonly upTime: number | undefined;
  readonly totalPorts: number;
  readonly portsInUse: number;
  /**
   * The ports by tunnel protocol, as far as the server reports them: `pptp` and `l2tp` since Windows Server
   * 2003, `sstp` since 2008.
   */
  readonly ports: {
    readonly pptp?: TunnelPorts;
    readonly l2tp?: TunnelPorts;
    readonly sstp?: TunnelPorts;
  };
  /** Under `rassapi`: 10 for LAN Manager, 35 for NT 3.51 and before, 40 for NT 4. */
  readonly rasVersion?: number;
}

/** Settings for the ports of one protocol. Those that are left out stay as the server has them. */
export interface TunnelPortSettings {
  readonly count?: number;
  readonly forRas?: boolean;
  readonly forRouting?: boolean;
}

export interface ServerSettings {
  readonly pptp?: TunnelPortSettings;
  readonly l2tp?: TunnelPortSettings;
  readonly sstp?: TunnelPortSettings;
}

/** Whether accepted settings need a restart. */
export interface SettingsResult {
  /** Whether they take effect only after the server has been restarted (3010). */
  readonly rebootRequired: boolean;
  /** Whether they take effect only after the service has been restarted (3011). */
  readonly restartRequired: boolean;
}
