// Replaces this process by another as far as Node allows: same terminal, same signals, same way of ending.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * Runs a program on our own stdin, stdout and stderr and resolves with its exit code; a program that a signal ended
 * answers 128 + the signal's number, as a shell would.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function runInForeground(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', ...options });

    // Ctrl-C in a terminal reaches the child by itself; passing it on as well would make it hear it twice and quit
    // in the middle of its tidying up. We only must not die before it.
    const typedInTerminal = process.stdin.isTTY === true;
    const passOn = (/** @type {NodeJS.Signals} */ signal) => {
      if (signal !== 'SIGINT' || !typedInTerminal) child.kill(signal);
    };
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    for (const signal of signals) process.on(signal, passOn);
    const stopListening = () => {
      for (const signal of signals) process.off(signal, passOn);
    };

    child.once('error', (error) => {
      stopListening();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      stopListening();
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}
