#!/usr/bin/env node
// For distributors: makes a signing key, and signs a provider's data as a pack. See docs/provider-packs.md.
//   node build/sign-pack.mjs --new-key KEY.pem
//   node build/sign-pack.mjs --show KEY.pem
//   node build/sign-pack.mjs --export ID PROVIDER.json
//   node build/sign-pack.mjs PROVIDER.json KEY.pem OUT.json
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { fingerprintOf, verifySignature } from '../electron/packs/verify-signature.ts'
import { checkPack } from '../shared/pack/check-pack.ts'
import { droppedGuards } from '../shared/pack/dropped-guards.ts'
import { compareEditions } from '../shared/pack/edition.ts'
import { packFormat, packText, parseJson, providerText, readPack, signedText } from '../shared/pack/pack.ts'
import { providers } from '../shared/provider/index.ts'
import { guardWords } from '../shared/words/guards.ts'
import { sayProblem } from '../shared/words/say-problem.ts'

/** The 32 bytes of a key's public half, base64. */
const publicKeyOf = (privateKey) =>
  Buffer.from(createPublicKey(privateKey).export({ format: 'jwk' }).x, 'base64url').toString('base64')

function readKey(file) {
  const key = createPrivateKey(readFileSync(file))
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${file} holds no Ed25519 key`)
  return key
}

const editionsOf = (id) => providers.filter((known) => known.id === id)

/** Provider data (a value) → the text of a signed pack. What the program would refuse is refused here already, with the same words. */
export function signPack(data, privateKey) {
  const provider = providerText(data)
  const judged = checkPack(provider, { providers, editionsOf })
  if (!judged.ok) throw new Error(sayProblem(judged.problem, 'en').what)
  const value = sign(null, Buffer.from(signedText(provider)), privateKey).toString('base64')
  const text = packText({
    format: packFormat,
    provider,
    signature: { algorithm: 'Ed25519', publicKey: publicKeyOf(privateKey), value },
  })
  const read = readPack(text, 'OUT.json')
  if (!read.ok || !verifySignature(read.value)) throw new Error('the signed pack does not verify')
  return text
}

const sayKey = (key) => `fingerprint: ${fingerprintOf(publicKeyOf(key))}`

const acts = {
  // A key that exists is never written over, and nobody else may read it.
  '--new-key': (file) => {
    const { privateKey } = generateKeyPairSync('ed25519')
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
    return `${file}: keep it where nobody else can read it. ${sayKey(privateKey)}`
  },
  '--show': (file) => sayKey(readKey(file)),
  '--export': (id, file) => {
    const known = providers.find((provider) => provider.id === id)
    if (!known) throw new Error(`no provider ${id}; known: ${providers.map((provider) => provider.id).join(', ')}`)
    writeFileSync(file, `${providerText(known)}\n`, { flag: 'wx' })
    return `${file}: edition ${known.edition}; give it a newer one, and every changed recipe a new version`
  },
}

/** What customers will be asked to agree to, because the program's own data have it. */
const lessGuarded = (data, known) =>
  droppedGuards(data, known).map(({ kind, words }) =>
    `guards less, each customer is asked: ${guardWords[kind].en} ${words}`.trimEnd(),
  )

function signFile(source, keyFile, out) {
  const data = parseJson(readFileSync(source, 'utf8'))
  if (data === undefined) throw new Error(`${source} is not sound JSON`)
  const key = readKey(keyFile)
  const known = providers.find((provider) => provider.id === data?.id)
  if (known && /^[0-9-]{10}\.[0-9]+$/.test(data.edition) && compareEditions(data.edition, known.edition) <= 0)
    throw new Error(`edition ${data.edition} is not newer than the program's own, ${known.edition}: nobody could add it`)
  writeFileSync(out, signPack(data, key), { flag: 'wx' })
  return [`${out}: ${data.id} ${data.edition}, ${sayKey(key)}`, ...lessGuarded(data, known ?? null)].join('\n')
}

const usage = 'sign-pack.mjs PROVIDER.json KEY.pem OUT.json | --new-key KEY.pem | --show KEY.pem | --export ID PROVIDER.json'

if (import.meta.main ?? process.argv[1] === import.meta.filename) {
  const [first, ...rest] = process.argv.slice(2)
  const act = Object.hasOwn(acts, first ?? '') ? acts[first] : null
  const given = act ? rest : [first, ...rest]
  try {
    if (given.length !== (act ? act.length : 3) || given.includes(undefined)) throw new Error(`usage: node build/${usage}`)
    console.log(act ? act(...given) : signFile(...given))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
