// A plugin of rolldown: commander without node:child_process, which takes 2 ms of every start. Commander starts processes
// only for commands that are programs in files of their own, and this package has none.

const module = /node_modules[\\/]commander[\\/]lib[\\/]command\.js$/;
const required = "require('node:child_process')";

/** @type {import('rolldown').Plugin} */
export const leanCommander = {
  name: 'lean-commander',
  transform(code, id) {
    if (!module.test(id)) return null;
    if (!code.includes(required)) throw new Error(`${id} has no ${required}`);
    return { code: code.replace(required, '{}'), map: null };
  },
};
