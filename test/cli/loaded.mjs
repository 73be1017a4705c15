// Prints the modules and addons that the process loads. It writes synchronously, because the thread of the hooks
// may end before its stdout is flushed.
import { writeSync } from 'node:fs';
import { register } from 'node:module';

register(
  `data:text/javascript,${encodeURIComponent(`
    import { writeSync } from 'node:fs';
    export async function load(url, context, next) {
      if (!url.startsWith('node:')) writeSync(1, 'loaded: ' + url + '\\n');
      return next(url, context);
    }`)}`,
);
process.on('exit', () => {
  const { sharedObjects } = process.report.getReport();
  const addons = sharedObjects.filter((file) => file.endsWith('.node'));
  for (const file of addons) writeSync(1, `loaded: ${file}\n`);
});
