import { fail } from '../../shared/base/result.ts'
import { failed, lookToDo, type Performer } from './performer.ts'

/** Where the person acts and the program tells and verifies. No plan has such a step yet: it refuses, and changes nothing. */
export function guideChange(): Performer<'guide-change'> {
  return {
    look: lookToDo,
    perform: async (step) =>
      failed(fail('portal-cannot-change', 'never', { provider: step.input.provider, realm: step.input.realm }).problem),
  }
}
