import type {
  Conference,
  Effect,
  Issue,
  PartyEffect,
  Relation,
  RelationEffect,
  Scenario,
  ScheduledEvent,
} from '../model/scenario.ts';
import type { Bases } from './bases.ts';
import { positionsOf } from './check-issues.ts';
import type { ConferenceDraft, IssueDraft } from './conference-schema.ts';
import type { DocumentDraft, EffectDraft, EventDraft, RelationDraft } from './document.ts';
import type { PartyDraft } from './party-schema.ts';
import { entriesOf } from './schema-parts.ts';
import { modelOf } from './model-of.ts';
import { partyOf } from './party-of.ts';
import { assumed, settling, type Settle } from './settle.ts';
import { byCodeUnit } from './tree.ts';

/** The scenario that a document without faults describes. */
export function scenarioOf(document: DocumentDraft, bases: Bases): Scenario {
  const settle = settling(bases);
  const issues = entriesOf<IssueDraft>(document.issues).map(([id, issue]) => issueOf(id, issue));
  const agenda = issues.map((issue) => issue.id);
  const sources = Object.entries(document.sources ?? {}).sort(([a], [b]) => byCodeUnit(a, b));
  return {
    id: document.id ?? 'scenario',
    title: document.title,
    about: document.about,
    sources: Object.fromEntries(sources),
    conference: conferenceOf(document.conference, settle),
    issues: issues.sort(byId),
    agenda,
    parties: entriesOf<PartyDraft>(document.parties)
      .map(([id, party]) => partyOf(id, party, settle, document.conference.protocol))
      .sort(byId),
    relations: relationsOf(document, settle),
    events: entriesOf<EventDraft>(document.events)
      .map(([id, event]) => eventOf(id, event, settle))
      .sort(byId),
    model: modelOf(document.model, settle),
  };
}

function conferenceOf(draft: ConferenceDraft, settle: Settle): Conference {
  const { chair, rule, hostParty, ownership, protocol, order } = draft;
  return {
    ...(protocol !== undefined && protocol !== 'single-text' && { protocol }),
    ...(order && { order }),
    place: draft.place,
    date: draft.date,
    host: draft.host,
    ...(hostParty !== undefined && { hostParty }),
    chair: {
      ...(chair.party !== undefined && { party: chair.party }),
      name: chair.name,
      style: chair.style,
      skill: settle(chair.skill),
      pace: settle(chair.pace),
    },
    rounds: settle(draft.rounds),
    roundStandsFor: draft.roundStandsFor,
    ...(ownership && { ownership }),
    pressureToCome: draft.pressureToCome ? settle(draft.pressureToCome) : assumed(0, 'nobody asked'),
    deadlineHardness: settle(draft.deadlineHardness),
    consultations: draft.consultations,
    ...(draft.rival && { rival: { name: draft.rival.name, draws: drawsOf(draft.rival.draws, settle) } }),
    rule: {
      ...(rule.quorum && { quorum: settle(rule.quorum) }),
      ...(rule.allBut && { allBut: settle(rule.allBut) }),
      vetoes: [...new Set(rule.vetoes)].sort(byCodeUnit),
    },
  };
}

function drawsOf(draws: NonNullable<ConferenceDraft['rival']>['draws'], settle: Settle) {
  const entries = Object.entries(draws).sort(([a], [b]) => byCodeUnit(a, b));
  return Object.fromEntries(entries.map(([party, draft]) => [party, settle(draft)]));
}

function issueOf(id: string, draft: IssueDraft): Issue {
  const positions = positionsOf(draft);
  return {
    id,
    name: draft.name,
    about: draft.about,
    ordered: draft.ordered !== false,
    options: Object.entries(draft.options).map(([option, { name, meaning }], index) => ({
      id: option,
      name,
      meaning,
      position: positions[index]!,
    })),
    statusQuo: draft.statusQuo,
    opening: draft.opening ?? draft.statusQuo,
    guarantee: draft.guarantee ?? false,
    commitment: draft.commitment ?? false,
  };
}

function relationsOf(document: DocumentDraft, settle: Settle): readonly Relation[] {
  const relations = entriesOf<Readonly<Record<string, RelationDraft>>>(document.relations).flatMap(([from, others]) =>
    Object.entries(others).map(([to, { influence, trust, channel, via, serves }]) => ({
      from,
      to,
      influence: settle(influence),
      trust: settle(trust),
      channel,
      ...(via !== undefined && { via }),
      serves: [...new Set(serves)].sort(byCodeUnit),
    })),
  );
  return relations.sort((a, b) => byCodeUnit(a.from, b.from) || byCodeUnit(a.to, b.to));
}

function eventOf(id: string, { round, hazard, shock, headline, effects }: EventDraft, settle: Settle): ScheduledEvent {
  const when = hazard ? { hazard: settle(hazard), shock: shock ?? false } : { round: round! };
  return { id, when, headline, effects: effects.map((effect) => effectOf(effect, settle)) };
}

/** The check has made sure that an effect has one of its forms. */
function effectOf({ party, from, to, what, change, channel, rival }: EffectDraft, settle: Settle): Effect {
  if (rival !== undefined) return { on: 'rival', rival };
  if (party !== undefined) return { on: 'party', party, what: what as PartyEffect, change: settle(change!) };
  if (channel !== undefined) return { on: 'channel', from: from!, to: to!, channel };
  return { on: 'relation', from: from!, to: to!, what: what as RelationEffect, change: settle(change!) };
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return byCodeUnit(a.id, b.id);
}
