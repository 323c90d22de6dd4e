import type { FactOf } from '../../../model/fact.ts';
import type { PartyId, Scenario } from '../../../model/scenario.ts';
import { ENDING } from '../../prose/codes.ts';
import { capitalised, listed, namesOf, score } from '../../prose/names.ts';
import { legible } from '../widgets/cells.ts';
import { line, paragraph, span, type Line } from '../widgets/line.ts';
import { entry } from '../view-model/help.ts';
import { pane, type Pane } from '../view-model/pane.ts';
import { SEAT_KEYS } from './keys.ts';
import type { Sitting } from './sitting.ts';

/** Nothing of any seat: shown before the keyboard changes hands. */
export function coverPane(scenario: Scenario, seat: PartyId, width: number, height: number): Pane {
  const name = namesOf(scenario).party(seat);
  const rows: readonly Line[] = [
    ...Array.from({ length: Math.max(0, Math.floor(height / 3) - 2) }, () => []),
    ...paragraph(`Pass the keyboard to ${name}.`, width, 'strong'),
    [],
    ...paragraph(`Press Enter when only ${name} can see the screen.`, width),
  ];
  return pane(line(legible(scenario.title), 'strong'), rows, width, height);
}

/** How it ended: for one seat with what it is worth to it, for several with nothing that any keeps to itself. */
export function endPane(sitting: Sitting, seat: PartyId | undefined, width: number, height: number): Pane {
  const eyes = seat ?? sitting.seats[0]!;
  const scenario = sitting.scenario(eyes);
  const ended = sitting
    .facts(eyes)
    .findLast((fact): fact is FactOf<'conference.ended'> => fact.type === 'conference.ended');
  if (ended === undefined) return pane([], [], width, height);
  const names = namesOf(scenario);
  const homes = sitting
    .facts(eyes)
    .filter((fact): fact is FactOf<'agreement.ratified'> => fact.type === 'agreement.ratified');
  const rows: readonly Line[] = [
    ...paragraph(sentenceOf(ended, scenario), width),
    ...homes.flatMap((fact) =>
      paragraph(
        capitalised(`${names.party(fact.party)}’s own side ${fact.ratified ? 'ratifies' : 'does not ratify'} it.`),
        width,
      ),
    ),
    ...(seat === undefined ? [] : [[], ...ownRows(ended, seat, width)]),
    [],
    ...paragraph(
      sitting.reveal === undefined
        ? 'What everybody kept to itself stays so: nothing was recorded. With --record FILE the next one can be looked back on from all sides.'
        : 'What everybody kept to itself, round by round, when you have left:',
      width,
      'quiet',
    ),
    ...(sitting.reveal === undefined ? [] : [[span('  '), span(legible(sitting.reveal), 'strong')]]),
  ];
  return pane(line('How it ended', 'strong'), rows, width, height);
}

function ownRows({ private: numbers }: FactOf<'conference.ended'>, seat: PartyId, width: number): readonly Line[] {
  const own = numbers[seat];
  if (own === undefined) return [];
  const by = own.utility - own.walkAway;
  return paragraph(
    `The last text is worth ${score(own.utility)} to you, ${score(Math.abs(by))} ${by < 0 ? 'less' : 'more'} than no agreement (${score(own.walkAway)}).`,
    width,
  );
}

function sentenceOf({ ending, round, parties, settled }: FactOf<'conference.ended'>, scenario: Scenario): string {
  const names = namesOf(scenario);
  const who = capitalised(listed(parties.map(names.party)));
  switch (ending) {
    case 'agreement':
      return `${who} signed in round ${round}: it ends in ${ENDING[ending]}.`;
    case 'communique':
      return `Time is up. ${who} put into ${ENDING[ending]} what is settled: ${listed(settled.map(names.issue))}.`;
    case 'consultations':
      return `Time is up, and it ends in ${ENDING[ending]}.`;
    case 'collapse':
      return parties.length === 0
        ? `Time is up without a text that all could sign: it ends in ${ENDING[ending]}.`
        : `${who} walked out in round ${round}: it ends in ${ENDING[ending]}.`;
    case 'no-conference':
      return `${who} did not come as a party: there is ${ENDING[ending]}.`;
  }
}

export function seatHelpPane(width: number, height: number): Pane {
  const rows = Object.values(SEAT_KEYS).flatMap(({ keys, does }) => entry(keys, does, width));
  return pane(line('Keys', 'strong'), rows, width, height, line('? or Esc closes this', 'quiet'));
}
