import { writeRecordPdf } from './papers/record-pdf.ts'
import { playRecipe } from './portal/play-recipe.ts'
import { ownPort } from './work/own-port.ts'
import { serveWork } from './work/serve-work.ts'

// Run as a process of its own by the window: visits to member sites and the drawing of papers. Nothing is asked of it but over its pipe.
serveWork(ownPort(process), { play: playRecipe, draw: (proof, lang) => writeRecordPdf(proof, {}, lang) })
