import type { Scenario } from '../../model/scenario.ts';
import { paragraph, remark, type Block, type Cell, type Sheet, type Told } from './document.ts';
import type { Wording } from './wording.ts';

/** Notes in four quarters, for whoever wants one. */
export function noteSheet({ say }: Wording): Sheet {
  return {
    label: nameAndGroup(say),
    title: say('noteSheet'),
    blocks: [
      {
        type: 'quarters',
        parts: [
          { title: say('actors'), ask: say('actorsAsk') },
          { title: say('process'), ask: say('processAsk') },
          { title: say('outcomes'), ask: say('outcomesAsk') },
          { title: say('other'), ask: say('otherAsk') },
        ],
      },
    ],
  };
}

export function observerSheet(scenario: Scenario, { say, own }: Wording): Sheet {
  return {
    label: nameAndGroup(say),
    title: say('observer'),
    blocks: [
      paragraph(say('observerTask')),
      rounds(scenario, own, say('observer'), [say('round'), say('text'), say('acceptObject'), say('whatMoved')]),
    ],
  };
}

export function mirrorSheet(scenario: Scenario, { say, own }: Wording): Sheet {
  return {
    label: nameAndGroup(say),
    title: say('mirror'),
    blocks: [
      paragraph(say('mirrorTask')),
      rounds(scenario, own, say('mirror'), [say('round'), say('ownVote'), say('seatVote'), say('whatMoved')]),
    ],
  };
}

export function chairSheet(scenario: Scenario, { say, own }: Wording): Sheet {
  return {
    label: nameAndGroup(say),
    title: say('chairRole'),
    blocks: [
      paragraph(say('chairTask', { pace: scenario.conference.chair.pace.value })),
      rounds(scenario, own, say('chairRole'), [say('round'), say('text'), say('acceptObject'), say('whatMoved')]),
    ],
  };
}

/** One form a group; what it says goes into `outcomes.csv`. */
export function outcomeForm(scenario: Scenario, words: Wording): Sheet {
  const { say } = words;
  return {
    label: nameAndGroup(say),
    title: say('outcomeForm'),
    blocks: [
      remark(say('outcomeNote')),
      {
        type: 'table',
        room: 'dense',
        caption: say('outcomeForm'),
        columns: [{ head: say('issue') }, { head: say('agreed') }],
        rows: scenario.agenda.map((id) => {
          const { options } = scenario.issues.find((one) => one.id === id)!;
          const told = options.map((option) => words.option(id, option.id));
          return [words.issue(id), { text: told.map(({ text }) => `☐ ${text}`).join('   '), lang: told[0]!.lang }];
        }),
      },
      {
        type: 'table',
        room: 'dense',
        caption: say('signed'),
        columns: [{ head: say('party') }, { head: say('signed') }],
        rows: scenario.parties.map(({ id }): readonly Cell[] => [words.party(id), undefined]),
      },
      { type: 'lines', label: { ...say('ended'), text: `${say('ended').text} (${say('endings').text})` }, count: 1 },
    ],
  };
}

function nameAndGroup(say: Wording['say']): Told {
  const [name, group] = [say('name'), say('group')];
  return { text: `${name.text}: ____________________   ${group.text}: __________`, lang: name.lang };
}

function rounds(scenario: Scenario, own: Wording['own'], caption: Told, heads: readonly Told[]): Block {
  return {
    type: 'table',
    room: 'roomy',
    caption,
    columns: heads.map((head) => ({ head })),
    rows: Array.from({ length: Math.min(12, scenario.conference.rounds.value) }, (_, n) => [
      own(String(n + 1)),
      ...heads.slice(1).map(() => undefined),
    ]),
  };
}
