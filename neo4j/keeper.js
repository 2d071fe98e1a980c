// Runs a server for as long as its parent lives: node keeper.js PID_FILE LOG_FILE COMMAND ARGUMENT...
// The parent holds the other end of standard input. When that closes, however the parent ended, the server is told to
// stop. Signals to the whole process group (Ctrl-C, a supervisor) are ignored by keeper and server, so that the graph
// is still there while the parent writes its last data. A session of their own would do that as well, but Linux divides
// the processors among sessions first, and niceness counts only within a session.
// The keeper ends with the server's exit code, or 128 plus the number of the signal that killed the server.
const { spawn } = require('node:child_process');
const { openSync, writeFileSync } = require('node:fs');
const { constants } = require('node:os');

const PATIENCE_MS = 30_000;
const isWindows = process.platform === 'win32';

const [pidFile, logFile, command, ...args] = process.argv.slice(2);
const log = openSync(logFile, 'w');
const stdio = ['ignore', log, log];
const server = isWindows
  ? spawn(command, args, { stdio })
  : spawn('sh', ['-c', `trap '' INT TERM; exec "$0" "$@"`, command, ...args], { stdio });

const stop = () => {
  server.kill(isWindows ? 'SIGTERM' : 'SIGHUP');
  setTimeout(() => server.kill('SIGKILL'), PATIENCE_MS).unref();
};

server.on('error', () => process.exit(127));
server.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
process.stdin.on('end', stop).on('error', stop).resume();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']) process.on(signal, () => undefined);

if (server.pid) {
  try {
    writeFileSync(pidFile, String(server.pid));
  } catch (error) {
    console.error(`Cannot write ${pidFile}: ${error.message}`);
    stop();
  }
}
