"""Runs a command in a pseudo-terminal: python3 in_terminal.py COLUMNS EXPECT ANSWER COMMAND...

When EXPECT has been written, ANSWER is typed; both may be empty. Prints what the terminal showed, and
ends with the command's own exit code.
"""

import fcntl
import os
import pty
import struct
import sys
import termios

columns, expect, answer, *command = sys.argv[1:]
child, terminal = pty.fork()
if child == 0:
    # Sets the size before the program reads it.
    fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 50, int(columns), 0, 0))
    os.execvp(command[0], command)

shown = b""
is_answered = expect == ""
while True:
    try:
        piece = os.read(terminal, 65536)
    except OSError:  # Linux: nobody has the other end open any more.
        break
    if not piece:
        break
    shown += piece
    if not is_answered and expect.encode() in shown:
        is_answered = True
        os.write(terminal, answer.encode())

sys.stdout.buffer.write(shown)
_, status = os.waitpid(child, 0)
sys.exit(os.waitstatus_to_exitcode(status) & 0xFF)
