import { LIKELIHOOD, type LikelihoodWord } from '../model/quantity.ts';

export const WORDS = Object.keys(LIKELIHOOD) as readonly LikelihoodWord[];

export function isLikelihoodWord(text: string): text is LikelihoodWord {
  return Object.hasOwn(LIKELIHOOD, text);
}

/** The middle of the word's band, to the six decimals that two percentages can need. */
export function middleOf(word: LikelihoodWord): number {
  const [low, high] = LIKELIHOOD[word];
  return Math.round(((low + high) / 2) * 1e6) / 1e6;
}
