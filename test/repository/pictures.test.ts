// The pictures in the README show what the command does today.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { lasting, shots, take } from '../../tools/docs/pictures/shots.mjs';
import { terminalIt } from '../cli/program.ts';

const folder = fileURLToPath(new URL('../../docs/pictures', import.meta.url));

for (const [name, shot] of Object.entries(shots)) {
  terminalIt(
    `docs/pictures/${name} is what "${shot.line}" shows; npm run pictures takes it again`,
    async () => {
      const picture = readFileSync(join(folder, name), 'utf8');
      expect(lasting(picture)).toEqual(lasting(await take(shot)));
    },
  );
}
