import type { Loss } from '../../model/choices.ts';
import type { Change, Fact, FactOf } from '../../model/fact.ts';
import type { Channel, PartyId } from '../../model/scenario.ts';
import type { Objection } from '../../model/question.ts';
import { CONSIDERATION, GRADE, LOSS, OBJECTION, PRESS } from './codes.ts';
import { inWords, listed, type Names } from './names.ts';
import { settingWords } from './quantities.ts';

/** One fact as one line of the wire, from what everybody at the table may know; nothing for facts without news. */
export function sentence(fact: Fact, names: Names): string | undefined {
  switch (fact.type) {
    case 'attendance.settled':
      return attendance(fact, names);
    case 'amendments.tabled':
      return fact.changes.length === 0
        ? undefined
        : `${names.party(fact.party)} asks for ${wishes(fact.changes, names)}`;
    case 'party.pressed':
      return press(fact, names);
    case 'party.promised':
      return `${names.party(fact.from)} promises ${names.party(fact.to)} something if it signs${quietly(fact)}`;
    case 'party.reassured':
      return `${names.party(fact.from)} reassures ${names.party(fact.to)}${quietly(fact)}${fact.credible ? '' : ', and is not believed'}`;
    case 'party.warned':
      return `${names.party(fact.from)} warns ${names.party(fact.to)} that it will leave${quietly(fact)}`;
    case 'channel.leaked':
      return leak(fact, names);
    case 'agreement.ratified':
      return `${names.party(fact.party)}’s own side ${fact.ratified ? 'ratifies' : 'does not ratify'} the agreement`;
    case 'text.drafted':
      return draft(fact, names);
    case 'vote.cast':
      return vote(fact, names);
    case 'offer.made':
      return offer(fact, names);
    case 'offer.accepted':
      return `${names.party(fact.party)} accepts the offer of ${names.party(fact.of)}`;
    case 'walk-out.threatened':
      return `${names.party(fact.party)} speaks of leaving`;
    case 'party.left':
      return `${names.party(fact.party)} walks out`;
    case 'event.struck':
      return fact.headline;
    case 'course.changed':
      return `what if: from here on ${settingWords(fact.sets, names)}`;
    case 'seat.held':
      if (fact.holder === 'script') return `what if: the vote of ${names.party(fact.party)} is set`;
      return `${names.party(fact.party)} is now played by ${fact.holder === 'rule' ? 'the rule' : `a ${fact.holder}`}${fact.reason === undefined ? '' : ` (${reasonOf(fact.reason)})`}`;
    case 'conference.ended':
    case 'round.opened':
    case 'round.closed':
    case 'answer.given':
    case 'durability.weighed':
      return undefined;
  }
}

/** That a seat goes back to the rule after a what-if set its vote: no news to anybody. */
export function returnsIn(facts: readonly Fact[]): ReadonlySet<Fact> {
  const scripted = new Set<PartyId>();
  const returns = new Set<Fact>();
  for (const fact of facts) {
    if (fact.type !== 'seat.held') continue;
    if (fact.holder === 'rule' && fact.reason === undefined && scripted.delete(fact.party)) returns.add(fact);
    else if (fact.holder === 'script') scripted.add(fact.party);
  }
  return returns;
}

/** A reason that we know in words, any other as it stands. */
function reasonOf(reason: string): string {
  return Object.hasOwn(LOSS, reason) ? LOSS[reason as Loss] : reason;
}

function attendance(fact: FactOf<'attendance.settled'>, names: Names): string {
  const party = names.party(fact.party);
  const because = fact.weighed === undefined ? '' : `; ${CONSIDERATION[fact.weighed]}`;
  return `${party} ${GRADE[fact.grade]}${because}`;
}

function quietly({ channel }: { readonly channel: Channel }): string {
  return channel === 'back' ? ' on a back channel' : '';
}

function leak({ from, to, leftOut }: FactOf<'channel.leaked'>, names: Names): string {
  const others = leftOut.length === 0 ? '' : `, to the dismay of ${listed(leftOut.map((id) => names.party(id)))}`;
  return `the back channel between ${names.party(from)} and ${names.party(to)} comes to light${others}`;
}

/** "“observer” on the American role and “Doha” on where to meet next"; beyond `most` the rest are counted. */
export function wishes(changes: readonly Change[], names: Names, most = changes.length): string {
  const told = changes.slice(0, most).map(({ issue, to }) => `“${names.option(issue, to)}” on ${names.issue(issue)}`);
  const left = changes.length - told.length;
  return listed(left === 0 ? told : [...told, `${inWords(left)} more ${left === 1 ? 'change' : 'changes'}`]);
}

export function press(fact: FactOf<'party.pressed'>, names: Names): string {
  const over = fact.over === undefined ? '' : ` over ${names.issue(fact.over)}`;
  return `${names.party(fact.from)} presses ${names.party(fact.to)}${over}${quietly(fact)}: ${PRESS[fact.outcome]}`;
}

export function draft(fact: FactOf<'text.drafted'>, names: Names): string {
  if (fact.changes.length === 0) return 'the chair leaves the text as it is';
  const changes = fact.changes.map(
    ({ issue, from, to }) =>
      `${names.issue(issue)} from “${names.option(issue, from)}” to “${names.option(issue, to)}”`,
  );
  return `the chair changes ${listed(changes)}`;
}

/** By what it would have otherwise than the offer before it. */
export function offer(fact: FactOf<'offer.made'>, names: Names, most = fact.changes.length): string {
  const party = names.party(fact.party);
  return fact.changes.length === 0
    ? `${party} offers the same text`
    : `${party} offers ${wishes(fact.changes, names, most)}`;
}

function vote(fact: FactOf<'vote.cast'>, names: Names): string {
  const party = names.party(fact.party);
  if (fact.objection === undefined) return fact.adReferendum ? `${party} accepts, ad referendum` : `${party} accepts`;
  return `${party} objects: ${objection(fact.objection, names)}`;
}

/** "a red line on power sharing"; "it holds out for more, most of all on direct talks". */
export function objection({ code, issue }: Objection, names: Names): string {
  const on = names.issue(issue);
  return code === 'red-line' ? `${OBJECTION[code]} on ${on}` : `${OBJECTION[code]}, most of all on ${on}`;
}
