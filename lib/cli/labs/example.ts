// The file that `rras sim init` writes: the lab of a plain --sim, with a word on each thing.

export const exampleScenario = `# A lab for rras: simulated servers. Use it with --sim=FILE:
#
#   rras ports --sim=lab.yaml
#   rras disconnect VPN3-1 --sim=lab.yaml
#
# It is one world for all commands that use it: a watch in one window sees what disconnect does in another.
# What commands do is remembered beside this file, in FILE.history. Time goes on there as it does here.
# \`rras sim reset FILE\` or any change of this file restores the initial state.

servers:
  # The first server is meant when a command names none.
  - name: RAS01

    # How many of each type: pptp, l2tp, sstp, ikev2, modem.
    ports:
      sstp: 4
      ikev2: 6
      l2tp: 2

    # Who has dialled in. A type takes the first free port of that type, a port (VPN3-0) that one.
    # since: how long ago, as in 45s, 25m, 3h 12m, 2d. bytesSent, bytesReceived: so many a second.
    # dormantSince: the client has been out of reach for so long, and the server keeps the connection.
    # router: true is a site-to-site tunnel, which a command takes with --include-routers only.
    # links: how many ports of its type the connection takes (multilink).
    # authenticationTime: how long the server checks the user after the call came in. Until then, the
    # port is in use and the connection is not listed.
    connections:
      - userName: carol
        logonDomain: CONTOSO
        computer: TABLET-3
        type: ikev2
        remoteEndpoint: 198.51.100.23
        bytesSent: 900
        bytesReceived: 300
        since: 2d 4h
        dormantSince: 2d
      - userName: alice
        logonDomain: CONTOSO
        computer: LAPTOP-7
        type: ikev2
        remoteEndpoint: 203.0.113.7
        bytesSent: 40000
        bytesReceived: 6000
        since: 3h 12m
      - userName: carol
        logonDomain: CONTOSO
        computer: TABLET-3
        type: ikev2
        remoteEndpoint: 198.51.100.80
        bytesSent: 12000
        bytesReceived: 1500
        since: 40m
      - userName: bob
        logonDomain: CONTOSO
        computer: LAPTOP-9
        type: sstp
        remoteEndpoint: 192.0.2.50
        since: 25m

    # The interfaces of the router, for \`rras interface\`: demand-dial interfaces, and with type: dedicated
    # network cards. vpnStrategy is the tunnel: ikev2-only, sstp-only, l2tp-first, ...
    # connectedSince: it was connected so long ago. connectingTime: an attempt takes this time. answer: attempts
    # fail with this code. idleDisconnect: after this time without traffic. isEnabled: false
    # dialOutHours: when it may be dialled, by the lab's clock, which begins at midnight on a Sunday, such as
    # { monday: 09:00-12:00 13:00-17:30 }. stored: false is gone after a restart of the service, running: false
    # comes with it.
    interfaces:
      - { name: Ethernet, type: dedicated }
      - { name: Paris, phoneNumber: vpn.paris.example, vpnStrategy: ikev2-only }
      - { name: Rome, phoneNumber: vpn.rome.example, vpnStrategy: sstp-only, answer: 809 }

    # Accounts for \`rras user\`: mayDialIn, usesPolicy, callback (none, preset, caller), phoneNumber.
    users:
      - { name: alice, mayDialIn: true }
      - { name: bob, usesPolicy: true }
      - { name: carol, mayDialIn: true, callback: preset, phoneNumber: 555-0100 }

    # What happens while the lab is used. at: once, so long after the lab began, as in 300ms, 9s, 1m 30s.
    # every: again and again; with both, the first time is at. for: it is undone after this time.
    # dialIn: somebody calls, and hangs up after the time of for. What cannot happen, such as a call while
    # all ports are taken, does not.
    # hangUp, goDormant, wake: USER   the user's oldest connection. roam: USER, to: ADDRESS
    # dialInterface, dropInterface: NAME   traffic connects an interface, or its connection ends by itself
    # service: stopped                all callers are gone; with for, the service starts again
    # unreachable, denied, lanOnly: true   the server, for this time
    # hang: METHOD                    calls hang: enumPorts, disconnectPort, MprAdminPortEnum, ...
    # delay: METHOD, latency: TIME, jitter: TIME   calls are slow; delay: all is every call
    # fail: METHOD, status: CODE      calls fail with this code
    events:
      - at: 300ms
        every: 7s
        for: 4s
        dialIn:
          userName: erin
          logonDomain: CONTOSO
          computer: PHONE-4
          type: sstp
          remoteEndpoint: 203.0.113.91
          bytesSent: 3000
          bytesReceived: 800
      - at: 2s
        every: 11s
        for: 6s
        dialIn:
          userName: frank
          logonDomain: CONTOSO
          computer: HOME-12
          type: l2tp
          remoteEndpoint: 198.51.100.140
          authenticationTime: 1s
      - { at: 9s, every: 30s, for: 8s, goDormant: alice }

  - name: RAS02
    ports:
      sstp: 2
      pptp: 1
    connections:
      - userName: dave
        logonDomain: CONTOSO
        computer: DESK-2
        type: sstp
        remoteEndpoint: 192.0.2.77
        bytesSent: 2000
        bytesReceived: 2000
        since: 8h

    # This server goes away and returns.
    events:
      - { at: 40s, every: 3m, for: 10s, unreachable: true }
      # - { every: 1m, for: 5s, hang: enumPorts }
      # - { at: 10s, delay: all, latency: 200ms, jitter: 100ms }

    # What can be wrong with a server; take the # away to try it.
    # service: stopped        # Routing and Remote Access is not running; initializing: not yet
    # generation: 2003        # an older Windows: nt4, 2000, 2003, 2008, 2008r2, 2012r2, 2016
    # lanOnly: true           # it runs as a router only, and takes no calls
    # denied: true            # the user has no rights there
    # unreachable: true       # it does not answer
    # failures:               # a function fails with this code
    #   MprAdminPortDisconnect: 5
`;
