import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Spec files that take minutes, longest first. A fresh clone knows no times yet, and the runner would begin with the largest files: the last
 * ones would then be waited for with one processor idle.
 */
export const minutes: readonly string[] = [
  'journey/provider-faults',
  'journey/killed-resume',
  'portal/second-markups',
  'portal/recipes',
  'journey/killed',
  'window/every-state',
  'journey/guided',
  'windows/windows',
  'window/providers',
  'window/questions',
  'window/killed',
  'window/visit',
  'journey/recover',
  'real/road-failures',
  'cli/stops',
  'journey/logins',
]

/** The usual order with the files of minutes in front. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files)
    const long = minutes.flatMap((name) => usual.filter(({ moduleId }) => moduleId.endsWith(`e2e/${name}.spec.ts`)))
    return [...long, ...usual.filter((file) => !long.includes(file))]
  }
}
