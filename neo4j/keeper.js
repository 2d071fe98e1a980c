// Keeps one server alive for as long as its parent lives: node keeper.js PID_FILE LOG_FILE COMMAND ARGUMENT...
// The parent holds the other end of standard input; when that closes, however the parent ended, the server is
// told to stop. It runs apart from the parent's terminal, so that Ctrl-C reaches the parent alone.
const { spawn } = require('node:child_process');
const { openSync, writeFileSync } = require('node:fs');

const PATIENCE_MS = 30_000;

const [pidFile, logFile, command, ...args] = process.argv.slice(2);
const log = openSync(logFile, 'w');
const server = spawn(command, args, { stdio: ['ignore', log, log] });
if (server.pid) writeFileSync(pidFile, String(server.pid));

const stop = () => {
  server.kill('SIGTERM');
  setTimeout(() => server.kill('SIGKILL'), PATIENCE_MS).unref();
};

server.on('error', () => process.exit(127));
server.on('exit', (code) => process.exit(code ?? 1));
process.stdin.on('end', stop).on('error', stop).resume();
process.on('SIGTERM', stop);
process.on('SIGINT', () => undefined);
