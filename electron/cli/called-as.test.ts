import path from 'node:path'
import { expect, test } from 'vitest'
import { asCalled, type Call } from './called-as.ts'

const home = path.resolve('/home/taro/mail')
const call: Call = { script: path.join(home, 'dist', 'cli.js'), cwd: home, npx: false, dataDir: null }
const script = path.join('dist', 'cli.js')

test.each<[string, Partial<Call>, string]>([
  ['続きは mail-migrate resume 1', {}, `続きは node ${script} resume 1`],
  ['「mail-migrate --help」で', {}, `「node ${script} --help」で`],
  ['mail-migrate run a.txt', { cwd: path.join(home, 'docs') }, `node ${path.join(home, 'dist', 'cli.js')} run a.txt`],
  ['mail-migrate undo 1', { script: '/usr/local/bin/mail-migrate' }, 'mail-migrate undo 1'],
  ['mail-migrate undo 1', { script: '/x/node_modules/.bin/mail-migrate', npx: true }, 'npx mail-migrate undo 1'],
  ['mail-migrate status 1 --secrets', { dataDir: 'data' }, `node ${script} status --data-dir data 1 --secrets`],
  ['「mail-migrate status」', { dataDir: 'my data' }, `「node ${script} status --data-dir "my data"」`],
  ['mail-migrate run a.txt', { dataDir: 'data' }, `node ${script} run a.txt`],
  ['/tmp/mail-migrate-practice-x', {}, '/tmp/mail-migrate-practice-x'],
])('%s, called as %j', (text, more, said) => {
  expect(asCalled(text, { ...call, ...more })).toBe(said)
})
