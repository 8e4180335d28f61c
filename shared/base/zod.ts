import { z } from 'zod'

// zod compiles validators with `new Function`, which the window's CSP forbids (seen as Trusted Types reports).
z.config({ jitless: true })

export { z }
