import { play } from './play.ts'

// Plays once on the site named in the environment and prints what came of it: for tests that look at a process from outside.
const { played } = await play(JSON.parse(process.env.SITE ?? '{}'), { page: 15_000 })
console.log(JSON.stringify(played))
