// Writes the version resource of a Windows binary for node-gyp, from the template that CMake uses, and
// prints its path.
//
//   node tools/compile/version_resource.mjs FILE
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('usage: version_resource.mjs FILE');
  process.exit(2);
}
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const dialect = /^rras-simulator-(\w+)\.dll$/.exec(file)?.[1];
const values = {
  RRAS_VERSION: version,
  RRAS_VERSION_NUMBERS: `${version.replace(/[-+].*/, '').replaceAll('.', ',')},0`,
  RRAS_FILE_NAME: file,
  RRAS_FILE_DESCRIPTION:
    dialect === undefined
      ? 'Node.js addon for Windows Routing and Remote Access'
      : `Simulated server that speaks ${dialect}, for tests`,
};
const template = readFileSync('cmake/version.rc.in', 'utf8');
mkdirSync('build/version', { recursive: true });
const path = `build/version/${file}.rc`;
writeFileSync(
  path,
  template.replaceAll(/@(\w+)@/g, (_, name) => values[name]),
);
console.log(path);
