// Installs the shells in which test/cli/shells.test.ts tries the completion scripts, as far as Debian has them.
// Debian has no PowerShell; the test uses it if it is installed already.
import { installPrograms } from '../machine/install.mjs';

await installPrograms('Trying the completion scripts in real shells', { zsh: 'zsh', fish: 'fish' });
