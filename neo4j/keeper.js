// Keeps one server alive for as long as its parent lives: node keeper.js PID_FILE LOG_FILE COMMAND ARGUMENT...
// The parent holds the other end of standard input; when that closes, however the parent ended, the server is
// told to stop. What stops the parent, Ctrl-C or a supervisor, may reach the whole process group: keeper and server
// take no notice, so that the graph is there until the parent has written what it had. A session of their own would
// do that, too, but Linux shares the processors among sessions first, and niceness counts within one only.
const { spawn } = require('node:child_process');
const { openSync, writeFileSync } = require('node:fs');

const PATIENCE_MS = 30_000;
const isWindows = process.platform === 'win32';

const [pidFile, logFile, command, ...args] = process.argv.slice(2);
const log = openSync(logFile, 'w');
const stdio = ['ignore', log, log];
const server = isWindows
  ? spawn(command, args, { stdio })
  : spawn('sh', ['-c', `trap '' INT TERM; exec "$0" "$@"`, command, ...args], { stdio });
if (server.pid) writeFileSync(pidFile, String(server.pid));

const stop = () => {
  server.kill(isWindows ? 'SIGTERM' : 'SIGHUP');
  setTimeout(() => server.kill('SIGKILL'), PATIENCE_MS).unref();
};

server.on('error', () => process.exit(127));
server.on('exit', (code) => process.exit(code ?? 1));
process.stdin.on('end', stop).on('error', stop).resume();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']) process.on(signal, () => undefined);
