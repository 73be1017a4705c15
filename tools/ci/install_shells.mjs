// Installs the shells that test/cli/shells.test.ts tries the completion scripts in, where they can be had
// from Debian. PowerShell cannot; it is tried where it is installed already.
import { installPrograms } from '../machine/install.mjs';

await installPrograms('Trying the completion scripts in real shells', { zsh: 'zsh', fish: 'fish' });
