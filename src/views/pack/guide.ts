import type { Analysis } from '../../analysis/analysis.ts';
import type { Landmarks } from '../../analysis/landmarks.ts';
import type { Briefs } from '../../model/brief.ts';
import { fixedGrade, type Scenario } from '../../model/scenario.ts';
import { capitalised, inWords, listed, namesOf } from '../prose/names.ts';
import { heading, paragraph, remark, type Block, type Sheet } from './document.ts';
import { clock, LESSONS, minutePlan } from './minute-plan.ts';
import { agreementRule } from './public-sheet.ts';
import { needsChair, seatsOf } from './seating.ts';
import type { Wording } from './wording.ts';

/** What the guide is computed from, besides the scenario. */
export interface Reckoned {
  readonly analysis: Analysis;
  readonly landmarks: Landmarks;
}

/** How the commands that a teacher types begin, and what the scenario is called in them. */
export interface Typed {
  readonly command: string;
  readonly name: string;
}

export function guideSheets(
  scenario: Scenario,
  briefs: Briefs,
  words: Wording,
  reckoned: Reckoned,
  typed: Typed,
): readonly Sheet[] {
  const { own } = words;
  const label = own('For the teacher');
  return [
    {
      label,
      title: own('Facilitator’s guide'),
      blocks: [
        paragraph(own(scenario.about)),
        heading(own('Seats and class size')),
        ...classSizes(scenario, words),
        heading(own('Before the class')),
        { type: 'list', ordered: true, items: before().map(own) },
        heading(own('How a round goes')),
        { type: 'list', ordered: true, items: roundSteps(scenario).map(own) },
        heading(own('When something is agreed')),
        { type: 'list', items: agreementRule(scenario, words) },
        heading(own('How points are used')),
        ...points().map((text) => paragraph(own(text))),
      ],
    },
    {
      label,
      title: own('Minute plans'),
      blocks: LESSONS.flatMap((lesson): readonly Block[] => [
        heading(own(`${lesson} minutes`)),
        {
          type: 'table',
          caption: own(`${lesson} minutes`),
          columns: [{ head: own('From'), number: true }, { head: own('To'), number: true }, { head: own('What') }],
          rows: minutePlan(lesson, scenario.conference.rounds.value).map(({ from, to, what }) => [
            own(clock(from)),
            own(clock(to)),
            own(what),
          ]),
        },
      ]),
    },
    {
      label,
      title: own('The debrief'),
      blocks: [
        paragraph(
          own(
            'Leave it time: it is the lesson. Facts first, then reasons, then the model itself, and the numbers last. Nobody is to be ashamed of a poor result: seats are not equally strong, and the sheets say so.',
          ),
        ),
        { type: 'list', ordered: true, items: [...questionsFor(scenario), ...briefs.questions].map(own) },
        heading(own('What could have been agreed')),
        ...landmarks(scenario, words, reckoned),
        heading(own('Afterwards')),
        paragraph(
          own(
            'Fill in teacher/outcomes.csv from the outcome forms: a row a group, options by their ids, who signed by ids.',
          ),
        ),
        {
          type: 'command',
          text: `${typed.command} debrief teacher/outcomes.csv --scenario ${typed.name} --out debrief.html`,
        },
        paragraph(own('The same conference, played by the rules of the model from the same numbers:')),
        { type: 'command', text: `${typed.command} run ${typed.name} --seed 1` },
        heading(own('Ids for outcomes.csv')),
        ids(scenario, words),
      ],
    },
  ];
}

function classSizes(scenario: Scenario, words: Wording): readonly Block[] {
  const { own } = words;
  const names = namesOf(scenario);
  const seats = seatsOf(scenario);
  const signatories = seats.filter((id) => scenario.parties.find((party) => party.id === id)!.signatory);
  const away = scenario.parties.filter(({ attendance }) => fixedGrade(attendance) === 'absent').map(({ id }) => id);
  const count = seats.length;
  const first = Math.max(1, signatories.length);
  const hasChair = needsChair(scenario);
  const extra = hasChair ? count + 2 : count + 1;
  const rows: readonly (readonly [string, string])[] = [
    ...(first < count
      ? [
          [
            `${first} to ${count - 1}`,
            'Seats are filled in this order; the others stay empty: you answer for them from their score sheets (they accept from their points on), or the rules play them on a screen.',
          ] as const,
        ]
      : []),
    [String(count), 'One person a seat.'],
    ...(hasChair ? [[String(count + 1), 'The first left over takes the chair (everyone/chair).'] as const] : []),
    [String(extra), `${hasChair ? 'The next' : 'The first left over'} observes (everyone/observer).`],
    ...(extra + 1 < 2 * count
      ? [
          [
            extra + 2 < 2 * count ? `${extra + 1} to ${2 * count - 1}` : String(extra + 1),
            'Each further one mirrors a seat, in the same order: reads its sheets and votes on paper (everyone/mirror).',
          ] as const,
        ]
      : []),
    [`from ${2 * count}`, 'Make two groups of it, or seat two people together as a delegation.'],
  ];
  return [
    paragraph(own(`${capitalised(inWords(count))} seats, filled in this order: ${listed(seats.map(names.party))}.`)),
    ...(away.length === 0
      ? []
      : [
          paragraph(
            own(
              `${capitalised(listed(away.map(names.party)))} ${away.length === 1 ? 'stays away. Its sheets are in the pack in case you would rather give it a seat' : 'stay away. Their sheets are in the pack in case you would rather give them seats'}; then say so to everybody.`,
            ),
          ),
        ]),
    {
      type: 'table',
      caption: own('People in a group'),
      columns: [{ head: own('People') }, { head: own('What to do') }],
      rows: rows.map(([n, what]) => [own(n.replaceAll(' ', '\u00a0')), own(what)]),
    },
  ];
}

function before(): readonly string[] {
  return [
    'Print teacher/print-all: every sheet of every seat, each on a page of its own, and what everybody gets. Print one copy a group, on one side of the paper: on two, the last page of one seat would stand on the back of another’s. To save paper print the files under seats/ one by one.',
    'Sort by seat: public brief, confidential brief, score sheet, walk-away sheet. Put them into a folder or envelope with the name of the seat outside. Keep what lies under teacher/ to yourself.',
    'For each group one table with name plates (groups/), an outcome form, a clock that all can see, and a corner to talk in two by two.',
    'Decide which injects you will use and when, and cut out their cards.',
    'If the class reads at home, hand out everyone/background a week before and the seats’ sheets one day before.',
  ];
}

function roundSteps(scenario: Scenario): readonly string[] {
  const { conference } = scenario;
  if (conference.protocol === 'alternating-offers')
    return [
      'Whose turn it is makes an offer: a whole text, one option an issue.',
      'The next in turn accepts it, makes an offer of its own, or leaves.',
      'When all others have accepted an offer in a row, it is agreed.',
    ];
  const { value: pace } = conference.chair.pace;
  return [
    'The text lies on the table: one option an issue. In round 1 it is the opening text (everyone/background).',
    'Each seat asks for changes, in one sentence a subject.',
    'Corridor: two by two, away from the table. Promises are made in writing, and count only if they are kept when the text is signed.',
    `The chair changes at most ${inWords(pace)} ${pace === 1 ? 'issue' : 'issues'} and reads the new text out.`,
    'Poll: each seat says “accept” or “object”, and over what. If the rule of agreement is met, the text is signed and it is over.',
    'Whoever must sign and walks out ends it. Others may leave and lose their vote.',
  ];
}

function points(): readonly string[] {
  return [
    'Each seat’s score sheet turns its wishes into points of 100. The number of points from which a text beats no agreement stands on it. A red line is one whatever the points.',
    'Points are reckoned from the same numbers that the model plays with. Where whole points are too near to tell, the sheet has a second column, with which every text that could be signed is judged as the model judges it.',
    'Never compare the points of two seats with each other: 60 of one is not more than 50 of another. Compare each with its own walk-away, and one seat across groups.',
  ];
}

function questionsFor({ agenda }: Scenario): readonly string[] {
  return QUESTIONS.filter((question) => question !== TRADE || agenda.length > 1);
}

/** Of one subject alone nothing can be traded. */
const TRADE = 'Which subject mattered much to you and little to somebody else? Did the two of you find out, and when?';

const QUESTIONS: readonly string[] = [
  'What was agreed, and who signed? (Groups read out their forms; nobody comments yet.)',
  'What did you think at the start that the others wanted? Where were you wrong?',
  TRADE,
  'Who blocked what? Was it a red line, a bad deal, or a wait for a better one?',
  'What was said in the corridor that changed a vote?',
  'What was your walk-away, and did it change? Would you have done better by leaving?',
  '(Show the reveal sheet.) Which deal on the table was better for all who had to sign than the one that you have?',
  'What does the exercise leave out that would have mattered? Which number would you set otherwise?',
];

function landmarks(scenario: Scenario, words: Wording, { analysis, landmarks: marks }: Reckoned): readonly Block[] {
  const { own } = words;
  const names = namesOf(scenario);
  const count = (n: number) => n.toLocaleString('en-GB');
  const best = marks.nash?.text;
  return [
    remark(own('By the book, from the numbers on the sheets, before the first round. For you alone until the reveal.')),
    {
      type: 'list',
      items: [
        `There are ${count(marks.outcomes)} texts.`,
        ...(marks.rational === null
          ? []
          : [
              `${count(marks.rational)} of them suit all who must sign: no red line crossed, none below its walk-away.`,
            ]),
        ...(analysis.rational === null ? [] : [`${count(analysis.rational)} suit everybody who has a vote.`]),
        ...(analysis.passing === null
          ? []
          : [`${count(analysis.passing)} pass by the rule of agreement when each accepts what suits it.`]),
        ...analysis.issues.trades
          .slice(0, 3)
          .map(
            ({ parties: [a, b], issues: [x, y] }) =>
              `A trade: ${names.party(a)} gets its way on ${names.issue(x)}, ${names.party(b)} on ${names.issue(y)}; both do better than half-way on each.`,
          ),
      ].map(own),
    },
    ...(best === undefined
      ? []
      : [
          {
            type: 'table' as const,
            caption: own('The text with the greatest product of gains for those who must sign (Nash)'),
            columns: [{ head: words.say('issue') }, { head: words.say('option') }],
            rows: scenario.agenda.map((issue) => [words.issue(issue), words.option(issue, best[issue]!)]),
          },
        ]),
  ];
}

function ids(scenario: Scenario, words: Wording): Block {
  const { own } = words;
  return {
    type: 'table',
    caption: own('What to write into outcomes.csv'),
    columns: [{ head: own('Column') }, { head: own('One of') }],
    rows: [
      ...scenario.agenda.map((id) => [
        own(id),
        own(
          scenario.issues
            .find((one) => one.id === id)!
            .options.map((option) => option.id)
            .join(', '),
        ),
      ]),
      [own('signed'), own(scenario.parties.map(({ id }) => id).join(' '))],
    ],
  };
}
