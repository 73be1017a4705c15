// npm run pictures: takes the pictures of the command, after `npm run build`. Writes docs/pictures/*.svg.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shots, take } from './pictures/shots.mjs';

const folder = fileURLToPath(new URL('../../docs/pictures', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, shot] of Object.entries(shots)) {
  writeFileSync(join(folder, name), await take(shot));
  console.log(`docs/pictures/${name}`);
}
