import { fail } from '../../shared/base/result.ts'
import type { App } from './app.ts'

/** No provider of that name, or none recognised (null): says which are known. */
export const unknownProvider = (app: Pick<App, 'providers'>, given: string | null) =>
  fail('provider-unknown', 'after-person', { provider: given, known: app.providers.map((provider) => provider.id).join(', ') })
