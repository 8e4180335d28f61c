import { existsSync } from 'node:fs'
import { defineConfig } from 'vite'

const entries = {
  cli: 'electron/cli.ts',
  main: 'electron/main.ts',
  'keyring-process': 'electron/store/keyring-process.ts',
  'work-process': 'electron/work-process.ts',
}

/**
 * The command line and the main process, as ES modules that share their parts. Node 20 is the oldest that must run them.
 * Our own code and zod are bundled (zod alone is 745 files, which cost start time); every other package stays a package,
 * because natives, playwright-core and fonts load files of their own. All parts lie flat in dist, so `import.meta.dirname`
 * is dist in every one of them.
 */
export default defineConfig({
  publicDir: false,
  logLevel: 'warn',
  ssr: { noExternal: ['zod'], external: ['electron'] },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: false,
    minify: false,
    sourcemap: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'part-[name].js' },
    },
  },
})
