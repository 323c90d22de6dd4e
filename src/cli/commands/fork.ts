import { resolve } from 'node:path';
import type { PartyId } from '../../model/scenario.ts';
import type { Branch, Fork, SetVote, WhatIf } from '../../model/what-if.ts';
import { compare } from '../../record/diff.ts';
import { Journal } from '../../record/journal.ts';
import { comparisonText } from '../../views/transcript/comparison.ts';
import { transcript } from '../../views/transcript/transcript.ts';
import type { Conducted } from '../conduct.ts';
import { EXIT, Stop } from '../exit.ts';
import { forkFrom } from '../fork-from.ts';
import { givenRecord, unusable, type GivenRecord } from '../given-record.ts';
import { commandName, note, print, printJson } from '../output.ts';
import { setWords, shellWord } from '../../views/prose/shell.ts';
import { writeRecord } from '../record-file.ts';
import { doubtOn } from '../rerun.ts';
import { packageVersion } from '../version.ts';
import { comparisonJson } from './diff.ts';
import { resultOf } from './run.ts';

interface Options {
  readonly round: number;
  readonly set?: readonly string[];
  readonly vote?: readonly string[];
  readonly record?: string;
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly plain?: boolean;
  readonly quiet?: boolean;
}

/** What would have followed: branches at the start of a round, all luck being the same, and shows what differs. */
export function fork(file: string, options: Options): void {
  if (options.json && options.jsonl)
    throw new Stop(EXIT.usage, 'parley fork: --json and --jsonl both want stdout; choose one');
  if (options.record !== undefined && resolve(options.record) === resolve(file))
    throw new Stop(EXIT.usage, `parley fork: ${file} is the record to branch from; give the fork a file of its own`);
  const parent = givenRecord('fork', file);
  const doubt = doubtOn(parent);
  if (doubt !== undefined && !doubt.unended) throw unusable('fork', file, doubt.message, doubt.line);
  const whatIf: WhatIf = { round: options.round, sets: options.set ?? [], votes: votesOf(options.vote ?? []) };
  const branchOff: Fork = (asked) => forkFrom(parent, asked);
  const forked = branchOff(whatIf);
  if (!forked.ok) throw new Stop(EXIT.usage, `parley fork: ${forked.why.join('\n\n')}`);
  const { branch } = forked;
  for (const warning of branch.warnings) note(warning, options);
  const conducted = recorded(parent, branch);
  if (options.record !== undefined) writeRecord('fork', options.record, conducted, options);
  if (options.jsonl) for (const line of conducted.lines) print(line);
  else if (options.json) printJson(asJson(parent, whatIf, branch, conducted));
  else if (options.plain) print(transcript(branch.scenario, parent.header.seed, branch.facts, parent.header.overrides));
  else print(asText(parent, whatIf, branch));
  if (options.record !== undefined)
    note(`next: ${commandName()} replay ${shellWord(options.record)} --round ${options.round}`, options);
  else if (!options.jsonl && !options.json)
    note(
      `next: ${commandName()} fork ${shellWord(file)} --round ${options.round}${setWords(options.set)}${voteWords(options.vote)} --record FILE keeps it`,
      options,
    );
}

/** The record of a fork: its header is its parent's, and so are all lines before the round, hashes and all. */
function recorded({ header }: GivenRecord, { facts }: Branch): Conducted {
  const journal = new Journal(header, packageVersion());
  const lines = [journal.first, ...facts.map((fact) => journal.line(fact))];
  return { facts, lines, hash: journal.hash };
}

function asJson(parent: GivenRecord, { round, sets, votes }: WhatIf, branch: Branch, conducted: Conducted) {
  return {
    ...resultOf(branch, parent.header.seed, conducted),
    fork: { of: parent.hash, round, sets, votes },
    ...comparisonJson(compare(parent, branch)),
  };
}

function asText(parent: GivenRecord, whatIf: WhatIf, branch: Branch): string {
  const comparison = compare(parent, branch);
  const { title } = branch.scenario;
  const head = `${title}, seed ${parent.header.seed}: what if, from ${whatIf.round === 0 ? 'the start' : `round ${whatIf.round}`}?`;
  if (comparison.same) return `${head}\n\nNothing was changed, and nothing differs.`;
  return `${head}\n\n${comparisonText(branch.scenario, comparison, { a: 'was', b: 'now' })}`;
}

/** `PARTY=accept`, `PARTY=object` or `PARTY=object:ISSUE`. */
function votesOf(texts: readonly string[]): Readonly<Record<PartyId, SetVote>> {
  return Object.fromEntries(
    texts.map((text) => {
      const [, party, vote, over] = /^([^=]+)=(accept|object)(?::(.+))?$/.exec(text) ?? [];
      if (party === undefined || (vote === 'accept' && over !== undefined))
        throw new Stop(
          EXIT.usage,
          `parley fork: a vote is written PARTY=accept, PARTY=object or PARTY=object:ISSUE; found ${JSON.stringify(text)}`,
        );
      if (vote === 'accept') return [party, { accepts: true }];
      return [party, { accepts: false, ...(over !== undefined && { over }) }];
    }),
  );
}

function voteWords(votes: readonly string[] = []): string {
  return votes.map((one) => ` --vote ${shellWord(one)}`).join('');
}
