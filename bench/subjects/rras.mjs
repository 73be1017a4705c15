// The package itself.
import { connect } from 'rras';

export async function openRras(simulator, name) {
  const server = await connect(name, { library: simulator });
  return {
    enumPorts: () => server.enumPorts(),
    enumConnections: () => server.enumConnections(),
    enumSessions: () => server.enumSessions(),
    disconnectPort: (handle) => server.disconnectPort(handle),
    close: () => server.disconnect(),
  };
}
