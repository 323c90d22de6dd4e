import type { ScoreSheet } from '../../analysis/score-sheet.ts';
import type { BriefSection } from '../../model/brief.ts';
import type { PhraseKey } from '../../model/phrases.ts';
import {
  CHANNELS,
  type Channel,
  type Party,
  type PartyId,
  type Relation,
  type Scenario,
} from '../../model/scenario.ts';
import { heading, paragraph, remark, type Block, type Cell, type Sheet, type Told } from './document.ts';
import { conferenceTable, partOf } from './public-sheet.ts';
import { scoreBlocks } from './score-table.ts';
import { walkAwayBlocks } from './walk-away.ts';
import type { Wording } from './wording.ts';

/** The sheets of one seat. `scenario` and `words` are as that seat sees them, and no more is read. */
export function seatSheets(scenario: Scenario, words: Wording, id: PartyId, score: ScoreSheet): readonly Sheet[] {
  const { say } = words;
  const party = scenario.parties.find((one) => one.id === id)!;
  const label = (key: PhraseKey): Told => {
    const [kind, name] = [say(key), words.party(id)];
    return { text: `${name.text} · ${kind.text}`, lang: kind.lang };
  };
  const confidential = say('confidentialNote', { party: words.spokenOf(id) });
  return [
    {
      label: label('publicBrief'),
      title: words.party(id),
      blocks: [
        remark(say('publicNote')),
        paragraph(partOf(scenario, party, words)),
        ...(words.open(id).length === 0 ? [] : [heading(say('inPublic')), ...words.open(id).map(paragraph)]),
        heading(say('conference')),
        conferenceTable(scenario, words),
      ],
    },
    {
      label: label('confidentialBrief'),
      title: say('confidentialBrief'),
      blocks: [remark(confidential), ...briefBlocks(scenario, words, party)],
    },
    {
      label: label('scoreSheet'),
      title: say('scoreSheet'),
      blocks: [remark(confidential), ...scoreBlocks(words, score)],
    },
    {
      label: label('walkAwaySheet'),
      title: say('walkAwaySheet'),
      blocks: [remark(confidential), ...walkAwayBlocks(scenario, words, party, score)],
    },
  ];
}

/** The confidential brief: what is written, and under the headings of red lines and lines what the numbers say. */
function briefBlocks(scenario: Scenario, words: Wording, party: Party): readonly Block[] {
  const { say } = words;
  const written = new Map(words.sections(party.id).map(({ section, text }) => [section, text]));
  const under = (section: BriefSection, more: readonly Block[] = []): readonly Block[] => {
    const text = written.get(section);
    if (text === undefined && more.length === 0) return [];
    return [heading(say(section)), ...(text === undefined ? [] : [paragraph(text)]), ...more];
  };
  const short = words.inShort(party.id);
  return [
    ...(short.text.trim() === '' ? [] : [heading(say('inShort')), paragraph(short)]),
    ...under('interests'),
    ...under('canLiveWith'),
    ...under('noDeal'),
    ...under('redLines', [redLines(scenario, words, party)]),
    ...under('knows'),
    ...under('lines', linesOf(scenario, words, party.id)),
    ...under('pressed'),
  ];
}

function redLines(scenario: Scenario, words: Wording, party: Party): Block {
  const crossed = scenario.agenda.flatMap((id) => {
    const issue = scenario.issues.find((one) => one.id === id)!;
    const line = party.stances.find((stance) => stance.issue === id)?.redLine;
    if (line === undefined) return [];
    const beyond = issue.options.filter(({ id: option, position }) =>
      line.kind === 'never'
        ? line.options.includes(option)
        : position < (line.atLeast?.value ?? 0) || position > (line.atMost?.value ?? 1),
    );
    const options = words.listed(
      beyond.map((option) => words.option(id, option.id)),
      'or',
    );
    return [{ ...words.issue(id), text: `${words.issue(id).text}: ${options.text}` }];
  });
  return crossed.length === 0 ? paragraph(words.say('noRedLines')) : { type: 'list', items: crossed };
}

const CHANNEL: Readonly<Record<Channel, PhraseKey>> = {
  open: 'openChannel',
  back: 'backChannel',
  none: 'noChannel',
};

/** Whom the party can speak to and what passes between them, both ways. */
function linesOf(scenario: Scenario, words: Wording, own: PartyId): readonly Block[] {
  const { say } = words;
  const rows = scenario.parties.flatMap(({ id }): readonly (readonly Cell[])[] => {
    const out = scenario.relations.find(({ from, to }) => from === own && to === id);
    const back = scenario.relations.find(({ from, to }) => from === id && to === own);
    const channel = better(out?.channel, back?.channel);
    if (channel === undefined) return [];
    const via = out?.via ?? back?.via;
    return [
      [
        words.party(id),
        channel === 'back' && via !== undefined ? say('backChannelVia', { via }) : say(CHANNEL[channel]),
        say(influenceWord(out)),
        say(influenceWord(back)),
        // Trust of the second in the first: that of this seat stands in what runs to it.
        say(trustWord(back)),
        say(trustWord(out)),
      ],
    ];
  });
  if (rows.length === 0) return [paragraph(say('noLines'))];
  const heads: readonly PhraseKey[] = ['party', 'channel', 'overIt', 'overYou', 'youTrust', 'trustsYou'];
  const serves = [...new Set(scenario.relations.flatMap((relation) => relation.serves))].sort();
  return [
    { type: 'table', caption: say('lines'), columns: heads.map((key) => ({ head: say(key) })), rows },
    ...(serves.length === 0 ? [] : [remark(say('serves', { issues: words.listed(serves.map(words.issue)) }))]),
  ];
}

/** A line that either end can use; an open one hides a back channel beside it. */
function better(a: Channel | undefined, b: Channel | undefined): Channel | undefined {
  return CHANNELS.find((channel) => channel === a || channel === b);
}

function influenceWord(relation: Relation | undefined): PhraseKey {
  const influence = relation?.influence.value ?? 0;
  if (influence < 0.1) return 'hardly';
  if (influence < 0.3) return 'little';
  return influence < 0.55 ? 'some' : 'much';
}

function trustWord(relation: Relation | undefined): PhraseKey {
  const trust = relation?.trust.value ?? 0;
  if (trust <= -0.5) return 'deepDistrust';
  if (trust < -0.05) return 'distrust';
  if (trust <= 0.05) return 'neither';
  return trust < 0.4 ? 'someTrust' : 'trust';
}
