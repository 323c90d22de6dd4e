import type { Briefs } from '../../model/brief.ts';
import type { Chance } from '../../model/chance.ts';
import type { Effect, Scenario, ScheduledEvent } from '../../model/scenario.ts';
import { capitalised, listed, namesOf, signed, type Names } from '../prose/names.ts';
import { quantityName } from '../prose/quantities.ts';

/** Something that a teacher may tell in the middle, and what the teacher alone knows of it. */
export interface Card {
  readonly title: string;
  readonly when: string;
  readonly to: string;
  /** What is read out. */
  readonly text: string;
  readonly notes: readonly string[];
}

/** The events of the scenario, what its briefs prepare, and what-ifs that its numbers offer. */
export function injectsOf(
  scenario: Scenario,
  briefs: Briefs,
  groups: readonly string[],
  chance: Chance,
): readonly Card[] {
  const names = namesOf(scenario);
  return [
    ...scenario.events.map((event) => eventCard(scenario, event, names, groups, chance)),
    ...briefs.injects.map(({ title, when, to, text, ask }) => ({
      title,
      when,
      to: to === undefined ? 'everybody' : capitalised(listed(to.map(names.party))),
      text,
      notes: [ask],
    })),
    ...whatIfs(scenario, names),
  ];
}

function eventCard(
  scenario: Scenario,
  event: ScheduledEvent,
  names: Names,
  groups: readonly string[],
  chance: Chance,
): Card {
  const recesses = scenario.conference.rounds.value - 1;
  return {
    title: event.headline,
    when:
      'round' in event.when
        ? `after round ${event.when.round}`
        : `by chance: ${Math.round(100 * event.when.hazard.value)} % in each of ${recesses} recesses. ${strikes(event, groups, recesses, chance)}`,
    to: 'everybody',
    text: `${event.headline}.`,
    notes: [
      ...event.effects.map((effect) => effectWords(effect, names)),
      'On paper nobody’s sheet changes by itself: tell a seat quietly what it means for its walk-away, or leave it to them.',
    ],
  };
}

/** Drawn from the seed of the pack, so that whoever prints it again tells the same. */
function strikes(event: ScheduledEvent, groups: readonly string[], recesses: number, chance: Chance): string {
  if (!('hazard' in event.when)) return '';
  const { hazard } = event.when;
  const drawn = groups.flatMap((group) => {
    const rounds = Array.from({ length: recesses }, (_, r) => r + 1);
    const round = rounds.find((r) => chance.at(`inject.${event.id}/${group}`, r) < hazard.value);
    return round === undefined ? [] : [`${group} after round ${round}`];
  });
  return drawn.length === 0 ? 'Drawn for this class: in no group.' : `Drawn for this class: ${listed(drawn)}.`;
}

function effectWords(effect: Effect, names: Names): string {
  switch (effect.on) {
    case 'party': {
      const { of, what } = quantityName(`parties.${effect.party}.${effect.what}`, names);
      return `In the model: ${of}’s ${what} changes by ${pointsWords(effect.change.value)}.`;
    }
    case 'relation': {
      const { of, what } = quantityName(`relations.${effect.from}.${effect.to}.${effect.what}`, names);
      return effect.what === 'trust'
        ? `In the model: the trust of ${names.party(effect.to)} in ${names.party(effect.from)} changes by ${signed(effect.change.value, 2)}.`
        : `In the model: ${of}’s ${what} changes by ${signed(effect.change.value, 2)}.`;
    }
    case 'channel':
      return `In the model: the line from ${names.party(effect.from)} to ${names.party(effect.to)} is now ${effect.channel}.`;
    case 'rival':
      return 'In the model: the rival forum closes.';
  }
}

/** Walk-aways and the like as points of 100. */
function pointsWords(change: number): string {
  return `${signed(100 * change, 1)} points of 100`;
}

function whatIfs(scenario: Scenario, names: Names): readonly Card[] {
  const opened = scenario.events.flatMap(({ effects }) =>
    effects.flatMap((effect) => (effect.on === 'channel' ? [pairOf(effect.from, effect.to)] : [])),
  );
  const back = scenario.relations.filter(({ channel }) => channel === 'back').map(({ from, to }) => pairOf(from, to));
  const leaks = [...new Set(back)].filter((pair) => !opened.includes(pair)).map((pair) => leakCard(pair, names));
  const { rival } = scenario.conference;
  return [
    ...leaks,
    ...(rival === undefined
      ? []
      : [
          {
            title: `What if ${rival.name} closes?`,
            when: 'between two rounds',
            to: 'everybody',
            text: `News comes in: ${rival.name} is closed until further notice.`,
            notes: [
              `It was worth something to ${listed(Object.keys(rival.draws).map(names.party))}: the sheets of these seats have both numbers.`,
              'Afterwards: whose position changed, and did the others notice?',
            ],
          },
        ]),
    {
      title: 'What if there is one round less?',
      when: 'two rounds before the end',
      to: 'everybody',
      text: 'The host regrets: the room is needed. The next round is the last.',
      notes: ['Afterwards: what was given away in the last round that could have been sold in the second?'],
    },
  ];
}

/** Both directions of a line are one line. */
function pairOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function leakCard(pair: string, names: Names): Card {
  const [a = '', b = ''] = pair.split(' ').map(names.party);
  return {
    title: `What if the line between ${a} and ${b} comes to light?`,
    when: 'after a round in which the two have voted alike',
    to: 'everybody',
    text: `A newspaper prints that ${a} and ${b} have been speaking with each other on a line that neither has spoken of.`,
    notes: [
      'Told only by you: the line is on the sheets of these two seats and on nobody else’s.',
      'Afterwards: who had used it, what for, and who felt left out?',
    ],
  };
}
