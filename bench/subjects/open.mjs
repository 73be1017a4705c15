// The compared ways from JavaScript to the API, and loops that show the least that it can cost. Each is loaded only when
// it is measured.

const subjects = {
  rras: async () => (await import('./rras.mjs')).openRras,
  koffi: async () => (await import('./koffi.mjs')).openKoffi,
  AsyncWorker: async () => (await import('./plain.mjs')).openPlain,
  'bare objects': async () => (await import('./bare_objects.mjs')).openBareObjects,
  'C loop': async () => (await import('./plain.mjs')).openPlain,
};

/** Connects to a simulated server in one of the ways. */
export async function open(subject, simulator, name) {
  const connect = await subjects[subject]();
  return connect(simulator, name);
}
