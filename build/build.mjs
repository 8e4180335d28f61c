#!/usr/bin/env node
// Makes dist/: cli.js, main.js, preload.cjs, renderer/. Starts from nothing, so a failed build leaves no old one to be
// mistaken for a new one.
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'

const root = path.resolve(import.meta.dirname, '..')
const dist = path.join(root, 'dist')
const shebang = '#!/usr/bin/env node\n'

process.chdir(root)
process.env.NODE_ENV = 'production'
rmSync(dist, { recursive: true, force: true })

const configs = ['doers', 'preload', 'renderer'].map((name) => path.join(root, 'build', 'vite', `${name}.config.ts`))
for (const configFile of configs) await build({ configFile })

const cli = path.join(dist, 'cli.js')
if (existsSync(cli)) {
  const text = readFileSync(cli, 'utf8')
  if (!text.startsWith('#!')) writeFileSync(cli, shebang + text)
  chmodSync(cli, 0o755)
}
