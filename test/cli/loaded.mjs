// Prints at the end what the process has loaded, modules and addons.
import { register } from 'node:module';

register(
  `data:text/javascript,${encodeURIComponent(`
    import { appendFileSync } from 'node:fs';
    export async function load(url, context, next) {
      if (!url.startsWith('node:')) process.stdout.write('loaded: ' + url + '\\n');
      return next(url, context);
    }`)}`,
);
process.on('exit', () => {
  const { sharedObjects } = process.report.getReport();
  const addons = sharedObjects.filter((file) => file.endsWith('.node'));
  process.stdout.write(addons.map((file) => `loaded: ${file}\n`).join(''));
});
