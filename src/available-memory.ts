import { AppError } from './app-error';

const BYTES_PER_MEGABYTE = 1e6;

/** The memory that this process can still take, in megabytes: of its container, if that is limited, else of the machine. */
export const availableMegabytes = (): number => Math.round(process.availableMemory() / BYTES_PER_MEGABYTE);

/** Work that needs much memory. */
export interface MemoryNeed {
  /** A noun phrase with the size of the work, such as "Training DQN on 100000 films". */
  readonly work: string;
  readonly bytes: number;
  /** The instruction if the memory is not there. */
  readonly remedy: string;
}

/**
 * Checks that there is memory for work before it begins, since a process that runs out of it is killed.
 * @throws AppError BAD_USER_INPUT with how much the work needs and how much is available
 */
export function requireMemory({ work, bytes, remedy }: MemoryNeed, available = availableMegabytes()): void {
  const needed = Math.ceil(bytes / BYTES_PER_MEGABYTE);
  if (needed <= available) return;
  const message = `${work} needs about ${needed} MB of memory; ${available} MB are available. ${remedy}`;
  throw new AppError('BAD_USER_INPUT', message);
}
