import type { Ending } from '../../model/ending.ts';
import type { Fact } from '../../model/fact.ts';
import type { Objection } from '../../model/question.ts';
import type { IssueId, OptionId, PartyId, Scenario } from '../../model/scenario.ts';
import type { SheetGroup, SheetRow } from '../../record/read-outcome-sheet.ts';
import { outcomeOf } from '../../record/result.ts';
import { settingOf, type Setting } from '../../rules/setting.ts';
import { utility } from '../../rules/utility.ts';
import { assemblyOf, passes } from '../agreement.ts';
import { courseOf } from '../course.ts';
import type { PlacedText } from '../course-of-texts.ts';
import { distancesOf, placeOf, type Distances, type Landmarks } from '../landmarks.ts';
import { recordAnalysisOf, type RecordAnalysis } from '../record-analysis.ts';
import { turningPointsOf, type TurningPoint } from '../turning-points.ts';
import { blocksOf, type Block } from './blocks.ts';

type NamedText = Readonly<Record<IssueId, OptionId>>;

/** One conference as it is handed in: its record, or what its group noted on paper. */
export type GivenGroup =
  | {
      readonly source: 'record';
      readonly name: string;
      readonly file: string;
      readonly seed: string;
      readonly hash: string;
      /** As it stands at the end. */
      readonly scenario: Scenario;
      readonly facts: readonly Fact[];
      /** What is worth knowing about it: it is unfinished, made by other rules, with other numbers. */
      readonly doubts: readonly string[];
    }
  | { readonly source: 'sheet'; readonly name: string; readonly file: string; readonly sheet: SheetGroup };

/** What a party was left with. */
export interface PartyResult {
  /** Of the last text; nothing where there is none on paper. */
  readonly utility: number | undefined;
  /** At the end; on paper as it was at the start. */
  readonly walkAway: number;
  readonly signed: boolean;
  /** What the signed text is worth to it, or without an agreement its walk-away. */
  readonly leftWith: number;
}

/** The text that came nearest to suiting all who must sign: the one that left the worst off of them least badly off. */
export interface NearestText {
  readonly round: number;
  readonly text: NamedText;
  /** By signatory, in the order of the landmarks: utility less its walk-away at that time, on paper at the start. */
  readonly margins: readonly number[];
  /** The worst off. */
  readonly party: PartyId;
  readonly margin: number;
  /** Who refused it, as far as is known. */
  readonly refusals: readonly { readonly party: PartyId; readonly objection: Objection }[];
}

export interface GroupDebrief {
  /** A, B, C …: what stands for it in a chart. */
  readonly label: string;
  readonly name: string;
  readonly file: string;
  readonly source: 'record' | 'sheet';
  readonly seed: string | undefined;
  readonly hash: string | undefined;
  readonly doubts: readonly string[];
  readonly note: string;
  /** Seats that people or programs held at some time. */
  readonly held: Readonly<Record<PartyId, 'person' | 'program' | 'script'>>;
  /** Nothing where the record stops before one; on paper it is an agreement or none. */
  readonly ending: Ending | 'no-agreement' | undefined;
  readonly rounds: number | undefined;
  /** The last text; on paper issues on which nothing was agreed are left out. */
  readonly text: Readonly<Partial<NamedText>>;
  readonly parties: Readonly<Record<PartyId, PartyResult>>;
  readonly signed: readonly PartyId[];
  /** Of what those who must sign were left with; nothing without an ending. */
  readonly outcome: ({ readonly utilities: readonly number[] } & Distances) | undefined;
  readonly texts: readonly PlacedText[];
  readonly nearest: NearestText | undefined;
  readonly blocks: readonly Block[];
  readonly turning: readonly TurningPoint[];
  /** Of a record alone. */
  readonly analysis: RecordAnalysis | undefined;
  readonly durability: number | undefined;
  readonly ratified: Readonly<Record<PartyId, boolean>> | undefined;
}

export function groupOf(label: string, given: GivenGroup, scenario: Scenario, landmarks: Landmarks): GroupDebrief {
  return given.source === 'record' ? ofRecord(label, given) : ofSheet(label, given, scenario, landmarks);
}

function ofRecord(label: string, given: Extract<GivenGroup, { source: 'record' }>): GroupDebrief {
  const { name, file, seed, hash, scenario, facts, doubts } = given;
  const analysis = recordAnalysisOf(scenario, facts);
  const outcome = outcomeOf(scenario, facts);
  const parties = Object.entries(outcome?.parties ?? {}).map(([id, { utility: worth, walkAway, signed }]) => {
    const leftWith = outcome!.ending === 'agreement' ? worth : walkAway;
    return [id, { utility: worth, walkAway, signed, leftWith }] as const;
  });
  return {
    label,
    name,
    file,
    source: 'record',
    seed,
    hash,
    doubts,
    note: '',
    held: holdersIn(facts),
    ending: outcome?.ending,
    rounds: outcome?.rounds ?? facts.at(-1)?.round,
    text: outcome?.text ?? analysis.texts.at(-1)?.text ?? {},
    parties: Object.fromEntries(parties),
    signed: parties.flatMap(([id, { signed }]) => (signed ? [id] : [])),
    outcome: analysis.outcome ?? undefined,
    texts: analysis.texts,
    nearest: nearestIn(scenario, facts, analysis),
    blocks: blocksOf(scenario, facts),
    turning: turningPointsOf(scenario, facts),
    analysis,
    durability: outcome?.durability?.index,
    ratified: outcome?.ratified,
  };
}

function holdersIn(facts: readonly Fact[]): GroupDebrief['held'] {
  const held = facts.flatMap((fact) =>
    fact.type === 'seat.held' && fact.holder !== 'rule' ? [[fact.party, fact.holder] as const] : [],
  );
  return Object.fromEntries(held);
}

function nearestIn(scenario: Scenario, facts: readonly Fact[], analysis: RecordAnalysis): NearestText | undefined {
  const { nearest } = courseOf(scenario, facts);
  const placed = analysis.texts.find((text) => text.round === nearest?.round);
  // Where parties bargain by offers nobody votes on every text.
  if (nearest === undefined || placed === undefined) return nearestOf(analysis.texts, analysis.landmarks);
  const votes = facts.filter((fact) => fact.type === 'vote.cast').filter(({ round }) => round === nearest.round);
  return {
    ...nearest,
    text: placed.text,
    margins: analysis.landmarks.parties.map((id, i) => {
      const own = votes.find((vote) => vote.party === id)?.private[id];
      return own === undefined ? placed.utilities[i]! - analysis.landmarks.walkAways[i]! : own.utility - own.walkAway;
    }),
    refusals: votes.flatMap(({ party, objection }) => (objection === undefined ? [] : [{ party, objection }])),
  };
}

/** By the walk-aways at the start. */
function nearestOf(texts: readonly PlacedText[], landmarks: Landmarks): NearestText | undefined {
  let best: NearestText | undefined;
  for (const { round, text, utilities } of texts) {
    const margins = utilities.map((u, i) => u - landmarks.walkAways[i]!);
    const margin = Math.min(...margins);
    if (best === undefined || margin > best.margin)
      best = { round, text, margins, margin, party: landmarks.parties[margins.indexOf(margin)]!, refusals: [] };
  }
  return best;
}

/**
 * What a sheet tells, with the walk-aways as they are at the start: of pain and pressure it knows nothing. An issue on
 * which nothing was agreed stays as it is: it counts with its status quo.
 */
function ofSheet(
  label: string,
  { name, file, sheet }: Extract<GivenGroup, { source: 'sheet' }>,
  scenario: Scenario,
  landmarks: Landmarks,
): GroupDebrief {
  const setting = settingOf(scenario);
  const { final, texts: rows } = sheet;
  const isWhole = (row: SheetRow) => scenario.agenda.every((id) => row.text[id] !== undefined);
  const hasText = final !== undefined && Object.keys(final.text).length > 0;
  const signed = final?.signed ?? [];
  const isAgreed = hasText && signs(setting, signed);
  const completed = hasText ? withStatusQuo(scenario, final.text) : undefined;
  const parties = setting.parties.map((party): readonly [PartyId, PartyResult] => {
    const worth = completed && utility(party, indicesOf(setting, completed));
    const leftWith = isAgreed ? worth! : party.walkAway;
    return [party.id, { utility: worth, walkAway: party.walkAway, signed: signed.includes(party.id), leftWith }];
  });
  const byParty = Object.fromEntries(parties);
  const utilities = landmarks.parties.map((id) => byParty[id]!.leftWith);
  const placed = [...rows, ...(final === undefined || !hasText ? [] : [{ ...final, round: lastRound(rows) }])]
    .filter(isWhole)
    .map((row, n): PlacedText => {
      const { text } = row;
      return { round: row.round!, version: n + 1, text, ...placeOf(setting, landmarks, text) };
    });
  return {
    label,
    name,
    file,
    source: 'sheet',
    seed: undefined,
    hash: undefined,
    doubts: rows
      .filter((row) => !isWhole(row))
      .map(({ round }) => `the text of round ${round} was noted in part, and is not measured`),
    note: final?.note ?? '',
    held: {},
    ending: final === undefined ? undefined : isAgreed ? 'agreement' : 'no-agreement',
    rounds: rows.at(-1)?.round,
    text: final?.text ?? {},
    parties: byParty,
    signed,
    outcome: final === undefined ? undefined : { utilities, ...distancesOf(landmarks, utilities) },
    texts: placed,
    nearest: nearestOf(placed, landmarks),
    blocks: [],
    turning: [],
    analysis: undefined,
    durability: undefined,
    ratified: undefined,
  };
}

/** The final text comes after the last that was noted. */
function lastRound(rows: readonly SheetRow[]): number {
  return (rows.at(-1)?.round ?? 0) + 1;
}

/** Whether the agreement rule is met: on paper whoever is not said to stay away has come, and refuses unless it signs. */
function signs(setting: Setting, signed: readonly PartyId[]): boolean {
  return passes(setting, assemblyOf(setting), (i) => signed.includes(setting.parties[i]!.id));
}

function withStatusQuo(scenario: Scenario, text: SheetRow['text']): NamedText {
  return Object.fromEntries(scenario.issues.map((issue) => [issue.id, text[issue.id] ?? issue.statusQuo]));
}

function indicesOf(setting: Setting, text: NamedText): readonly number[] {
  return setting.issues.map((issue) => issue.optionIndex.get(text[issue.id]!)!);
}
