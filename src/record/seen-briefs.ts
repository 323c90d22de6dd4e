import type { Briefs, PartyTexts, PartyWords, Translation } from '../model/brief.ts';
import type { PartyId } from '../model/scenario.ts';

/** The briefs as the seats of some parties may read them: of others what is public; of the teacher's part nothing. */
export function seenBriefs(briefs: Briefs, seats: readonly PartyId[]): Briefs {
  return {
    ...briefs,
    parties: eachParty(briefs.parties, (id, texts) => (seats.includes(id) ? texts : publicTexts(texts))),
    injects: [],
    questions: [],
    translations: Object.fromEntries(
      Object.entries(briefs.translations).map(([tag, translation]) => [tag, seenTranslation(translation, seats)]),
    ),
  };
}

function seenTranslation(translation: Translation, seats: readonly PartyId[]): Translation {
  const parties = eachParty(translation.parties ?? {}, (id, words) =>
    seats.includes(id) ? words : publicWords(words),
  );
  return { ...translation, parties };
}

function publicTexts({ public: open }: PartyTexts): PartyTexts {
  return open === undefined ? {} : { public: open };
}

function publicWords({ name, head, brief, public: open }: PartyWords): PartyWords {
  return {
    ...(name !== undefined && { name }),
    ...(head !== undefined && { head }),
    ...(brief?.public !== undefined && { brief: { public: brief.public } }),
    ...(open !== undefined && { public: open }),
  };
}

function eachParty<T>(of: Readonly<Record<PartyId, T>>, as: (id: PartyId, one: T) => T): Readonly<Record<PartyId, T>> {
  return Object.fromEntries(Object.entries(of).map(([id, one]) => [id, as(id, one)]));
}
