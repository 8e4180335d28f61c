import { writeFileSync } from 'node:fs'

const start = 0x1000
const [fileAlign, imageBase] = [0x200, 0x180000000n]

/** The export table: one name, which leads to a function of another library. */
function exportSection() {
  const section = Buffer.alloc(fileAlign)
  let at = 40
  const put = (text) => {
    const place = at
    at += section.write(`${text}\0`, at, 'latin1')
    return start + place
  }
  const [addresses, names, ordinals] = [start + at, start + at + 4, start + at + 8]
  at += 10
  const [library, name, target] = ['bcryptprimitives.dll', 'ProcessPrng', 'ADVAPI32.SystemFunction036'].map(put)
  const directory = [
    [12, library],
    [16, 1],
    [20, 1],
    [24, 1],
    [28, addresses],
    [32, names],
    [36, ordinals],
  ]
  for (const [place, value] of directory) section.writeUInt32LE(value, place)
  section.writeUInt32LE(target, addresses - start)
  section.writeUInt32LE(name, names - start)
  return { section, size: at }
}

function headers(size) {
  const header = Buffer.alloc(fileAlign)
  const [signature, optional] = [0x40, 0x40 + 24]
  const table = optional + 240
  header.write('MZ', 0, 'latin1')
  header.writeUInt32LE(signature, 0x3c)
  header.write('PE\0\0', signature, 'latin1')
  const words = [
    [signature + 4, 0x8664],
    [signature + 6, 1],
    [signature + 20, 240],
    [signature + 22, 0x2022],
    [optional, 0x20b],
    [optional + 40, 6],
    [optional + 48, 6],
    [optional + 68, 3],
    [optional + 70, 0x100],
  ]
  for (const [at, value] of words) header.writeUInt16LE(value, at)
  const numbers = [
    [optional + 8, fileAlign],
    [optional + 32, start],
    [optional + 36, fileAlign],
    [optional + 56, 0x2000],
    [optional + 60, fileAlign],
    [optional + 108, 16],
    [optional + 112, start],
    [optional + 116, size],
    [table + 8, size],
    [table + 12, start],
    [table + 16, fileAlign],
    [table + 20, fileAlign],
    [table + 36, 0x40000040],
  ]
  for (const [at, value] of numbers) header.writeUInt32LE(value, at)
  const large = [
    [optional + 24, imageBase],
    [optional + 72, 0x100000n],
    [optional + 80, 0x1000n],
    [optional + 88, 0x100000n],
    [optional + 96, 0x1000n],
  ]
  for (const [at, value] of large) header.writeBigUInt64LE(value, at)
  header.write('.edata', table, 'latin1')
  return header
}

/**
 * Writes the one library of Windows that Wine 8 lacks: 1 KB without code, whose only function is one that Wine has under another name
 * (random bytes). For test machines; never shipped.
 */
export function writeShim(file) {
  const { section, size } = exportSection()
  writeFileSync(file, Buffer.concat([headers(size), section]))
}
