import { z } from 'zod';
import { PHRASES, type PhraseKey } from '../model/phrases.ts';
import { byId, ID, list, prose } from './schema-parts.ts';

const texts = {
  public: prose('What all may know of it, besides its public brief in the scenario.'),
  interests: prose('What it wants, and why.'),
  canLiveWith: prose('What it could sign though it does not want it.'),
  noDeal: prose('What it has without an agreement, and why that is worth what it is.'),
  redLines: prose('What it cannot sign, and why.'),
  knows: prose('What it knows and others may not.'),
  lines: prose('Whom it can speak to, how, and what for.'),
  pressed: prose('How others may press it, and what it can answer.'),
};

const PartyTexts = z.strictObject(texts).describe('What the people in a seat are told, besides the scenario.');

const Inject = z
  .strictObject({
    title: z.string().min(1).describe('What the teacher calls it.'),
    when: z.string().min(1).describe('When it is best told.'),
    to: list('The parties that are told; everybody when left out.'),
    text: z.string().min(1).describe('What is read out or handed over.'),
    ask: z.string().min(1).describe('What to ask about it afterwards; for the teacher alone.'),
  })
  .describe('Something told in the middle of the class.');

const PartyWords = z
  .strictObject({
    name: prose('Its name.'),
    head: prose('Who speaks for it.'),
    brief: z
      .strictObject({
        public: prose('The public brief of the scenario.'),
        confidential: prose('The confidential brief of the scenario.'),
      })
      .describe('What the scenario itself says to the seat.')
      .optional(),
    ...texts,
  })
  .describe('A party in this language.');

const OptionWords = z
  .strictObject({ name: prose('Its name.'), meaning: prose('What adopting it would mean.') })
  .describe('An option in this language.');

const IssueWords = z
  .strictObject({
    name: prose('Its name.'),
    about: prose('What is to be settled.'),
    options: byId(OptionWords, 'By option.').optional(),
  })
  .describe('An issue in this language.');

const phraseFields = Object.fromEntries(
  (Object.keys(PHRASES) as PhraseKey[]).map((key) => [key, prose(`In English: ${PHRASES[key]}`)]),
) as Record<PhraseKey, z.ZodOptional<z.ZodString>>;

const Translation = z
  .strictObject({
    name: z.string().min(1).describe('What the language calls itself.'),
    title: prose('The title of the scenario.'),
    about: prose('What it is about.'),
    background: prose('The background.'),
    conference: z
      .strictObject({
        place: prose('Where it is held.'),
        date: prose('When it is held.'),
        host: prose('Who hosts it.'),
        chair: prose('Who is in the chair.'),
        roundStandsFor: prose('What one round stands for.'),
        rival: prose('What the rival forum is called.'),
      })
      .describe('The conference in this language.')
      .optional(),
    parties: byId(PartyWords, 'By party.').optional(),
    issues: byId(IssueWords, 'By issue.').optional(),
    phrases: z.strictObject(phraseFields).describe('What the sheets say besides.').optional(),
  })
  .describe('The texts in another language; what is left out is told in that of the scenario.');

/** A file of briefs, `briefs/NAME.yaml` beside the scenario NAME. */
export const BriefsDocument = z.strictObject({
  language: z.string().describe('The language of the scenario and of these texts, as a tag; en by default.').optional(),
  title: prose('What the sheets call it, where the title of the scenario would give something away.'),
  about: prose('What the class is told it is about, where what the scenario says would give something away.'),
  background: prose('What everybody should know, in a few paragraphs.'),
  parties: byId(PartyTexts, 'By party.').optional(),
  injects: z
    .record(z.string(), Inject)
    .meta({ description: 'What may be told in the middle, by id.', propertyNames: { pattern: ID.source } })
    .optional(),
  questions: list('Questions for the talk afterwards.'),
  translations: z.record(z.string(), Translation).describe('By language tag, such as fa-AF.').optional(),
});

export type BriefsDraft = z.output<typeof BriefsDocument>;
