import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
const dist = path.join(root, 'dist')
const run = promisify(execFile)
let files: readonly string[]

beforeAll(async () => {
  files = (await readdir(dist, { recursive: true, withFileTypes: true }))
    .filter((file) => file.isFile())
    .map((file) => path.join(file.parentPath, file.name))
})

function runs(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Every Node on the PATH: the one of the scripts and, behind it, the one the machine brought. */
function nodesOnPath(): readonly string[] {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  return [...new Set(folders.map((folder) => path.join(folder, 'node')))].filter(runs)
}

describe('what the build made', () => {
  it('is there, whole', () => {
    const names = files.map((file) => path.relative(dist, file))
    expect(names).toEqual(
      expect.arrayContaining(['cli.js', 'main.js', 'preload.cjs', 'keyring-process.js', 'work-process.js', 'renderer/index.html']),
    )
  })

  it('tells nothing of the machine it was made on and carries no tests', async () => {
    for (const file of files) {
      const text = await readFile(file, 'utf8')
      expect({
        file,
        machine: text.includes(root),
        map: text.includes('sourceMappingURL'),
        test: /\bfrom ["'](?:vitest|fast-check)["']/.test(text),
      }).toEqual({
        file,
        machine: false,
        map: false,
        test: false,
      })
    }
  })

  it('gives a sandboxed preload nothing to require but electron', async () => {
    const text = await readFile(path.join(dist, 'preload.cjs'), 'utf8')
    expect([...text.matchAll(/require\(([^)]*)\)/g)].map((found) => found[1])).toEqual(['"electron"'])
  })

  it('starts on every Node of this machine, as a program of its own', async () => {
    const cli = path.join(dist, 'cli.js')
    expect((await stat(cli)).mode & 0o111).toBe(0o111)
    expect((await readFile(cli, 'utf8')).split('\n')[0]).toBe('#!/usr/bin/env node')
    const nodes = nodesOnPath()
    expect(nodes.length).toBeGreaterThan(0)
    for (const node of nodes) expect((await run(node, [cli, '--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('the page of the window', () => {
  const budget = 200_000
  it('loads at most 200 kB, compressed, and nothing of Node', async () => {
    const names = files.filter((file) => file.startsWith(path.join(dist, 'renderer')))
    expect(names.length).toBeGreaterThan(2)
    let size = 0
    for (const file of names) {
      const bytes = await readFile(file)
      size += gzipSync(bytes).length
      if (file.endsWith('.js')) expect(bytes.toString()).not.toMatch(/["']node:|\brequire\(/)
    }
    expect(size).toBeLessThanOrEqual(budget)
  })
})
