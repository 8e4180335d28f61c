import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Portal } from './portal.ts'

/**
 * The practice site of a provider: the file of that name in `portals/`, so that adding one file there is all it takes. Node reads
 * the folder; a bundler sees the pattern and takes all of it along. `provider-unknown` when there is none.
 */
export async function findPortal(provider: string): Promise<Result<Portal>> {
  if (!/^[a-z0-9-]{1,40}$/.test(provider)) return fail('provider-unknown', 'after-person', { provider: provider.slice(0, 40) })
  try {
    const file: { readonly makePortal: () => Portal } = await import(`./portals/${provider}.ts`)
    return ok(file.makePortal())
  } catch (error) {
    if (
      error instanceof Error &&
      /Cannot find module|Unknown variable dynamic import|ERR_MODULE_NOT_FOUND/.test(
        `${error.message} ${(error as NodeJS.ErrnoException).code}`,
      )
    ) {
      return fail('provider-unknown', 'after-person', { provider })
    }
    throw error
  }
}
