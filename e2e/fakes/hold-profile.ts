import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { holdFile } from './hold-file.ts'

const script =
  'use Fcntl; open(my $f, "+<", $ARGV[0]) or die; my $l = pack("s s x![q] q q i x![q]", F_WRLCK, 0, 0, 0, 0); fcntl($f, F_SETLK, $l) or die; $| = 1; print "ok\\n"; <STDIN>'

/**
 * Makes Thunderbird appear to run on a profile: holds the lock it holds. On Linux the POSIX lock, from a process of its own (Node has no
 * fcntl; perl-base is on every Debian); on Windows `parent.lock`, opened without sharing. The answer lets go of it; what Thunderbird leaves
 * behind stays.
 */
export async function holdProfile(folder: string): Promise<() => Promise<void>> {
  if (process.platform === 'win32') return holdFile(path.join(folder, 'parent.lock'), 'alone')
  const file = path.join(folder, '.parentlock')
  writeFileSync(file, '')
  const child = spawn('perl', ['-e', script, file], { stdio: ['pipe', 'pipe', 'inherit'] })
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve())
    child.once('exit', () => reject(new Error('no lock')))
  })
  return () =>
    new Promise((resolve) => {
      child.removeAllListeners('exit')
      child.once('exit', () => resolve())
      child.stdin.end()
    })
}
