import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const megabyte = 2 ** 20;

/** A disk of its own at a folder, which a test fills and empties. */
export interface SmallDisk {
  /** Leaves so many megabytes free, or no byte. */
  fill(megabytes?: number): void;
  /** Takes away what `fill` wrote. */
  empty(): void;
  remove(): void;
}

/** @returns why this machine lets nobody mount a disk, or the disk */
export function smallDisk(folder: string, megabytes: number): SmallDisk | string {
  mkdirSync(folder, { recursive: true });
  try {
    const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder];
    execFileSync('mount', options, { stdio: 'ignore' });
  } catch {
    return 'mounting a disk is for the administrator of a Linux machine';
  }
  const filler = join(folder, 'filler');
  return {
    fill(left = 0) {
      rmSync(filler, { force: true });
      const { bavail, bsize } = statfsSync(folder);
      const file = openSync(filler, 'a');
      if (left > 0) writeSync(file, Buffer.alloc(bavail * bsize - left * megabyte));
      else for (const size of [megabyte, 4096, 1]) writeToTheEnd(file, Buffer.alloc(size));
      closeSync(file);
    },
    empty: () => rmSync(filler, { force: true }),
    remove() {
      // A browser that ends slowly may still have files open there.
      execFileSync('umount', ['--lazy', folder]);
    },
  };
}

function writeToTheEnd(file: number, chunk: Buffer): void {
  try {
    for (;;) writeSync(file, chunk);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}
