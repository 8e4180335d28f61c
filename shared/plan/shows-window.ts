import type { Manner } from './plan.ts'

/**
 * Is the browser shown while the program plays a recipe? Always where that was asked for; and wherever each press is asked about, since the person
 * has to see the page that is agreed to. Not without a screen (`screen`), and not where the person would have no window (`headless`).
 */
export const showsWindow = (
  { headed, headless }: Pick<Manner, 'headed' | 'headless'>,
  attended: boolean,
  screen: boolean,
): boolean => headed || (attended && screen && headless !== true)
