import type { AttendanceTerms, VoteTerms } from '../model/fact.ts';
import type { PartySetting } from './party-setting.ts';
import type { RelationSetting, Setting } from './setting.ts';
import type { ChairState, PartyState, PublicState, RelationState, RoomState, World } from './world.ts';

/**
 * What one seat may know: the same for a rule, a person and a program. Every decision is made from this alone.
 */
export interface PartyView {
  readonly me: PartySetting;
  readonly own: PartyState;
  readonly public: PublicState;
  /** What was tabled; nothing for one that stayed away. */
  readonly room: RoomState | undefined;
  /** The chair's notes, for the seat in the chair. */
  readonly chair: ChairState | undefined;
  /** Its own relations: those it acts along, and those it is acted on. */
  readonly outgoing: readonly OwnRelation[];
  readonly incoming: readonly OwnRelation[];
  /** What was promised to it, less what it promised to others: a utility, paid only if the text is signed. */
  readonly promises: number;
  /** What it has worked out from all this, and need not work out again. */
  readonly notes: Notes;
}

/** Filled by the rules as they weigh; both follow from the view and the chance of its conference. */
export interface Notes {
  attendance: AttendanceTerms | undefined;
  vote: VoteTerms | undefined;
}

/** What a draft is made from: the room, the chair's notes and, if the chair is a party, its own numbers. */
export interface ChairView {
  readonly public: PublicState;
  readonly room: RoomState;
  readonly chair: ChairState;
  readonly me: PartySetting | undefined;
  readonly own: PartyState | undefined;
  readonly incoming: readonly OwnRelation[];
}

export interface OwnRelation extends RelationState {
  readonly setting: RelationSetting;
}

export function viewOf(setting: Setting, world: World, party: number): PartyView {
  return new Projection(setting, world, party);
}

export function chairViewOf(setting: Setting, world: World): ChairView {
  const { party } = setting.chair;
  const own = party < 0 ? undefined : viewOf(setting, world, party);
  return {
    public: world.public,
    room: world.room,
    chair: world.chair,
    me: own?.me,
    own: own?.own,
    incoming: own?.incoming ?? [],
  };
}

/** Lazy, since a million conferences ask many questions that look at little; what was looked up once is kept. */
class Projection implements PartyView {
  readonly me: PartySetting;
  readonly own: PartyState;
  readonly public: PublicState;
  readonly room: RoomState | undefined;
  readonly #setting: Setting;
  readonly #world: World;
  #promises: number | undefined;
  #notes: Notes | undefined;
  #outgoing: readonly OwnRelation[] | undefined;
  #incoming: readonly OwnRelation[] | undefined;

  constructor(setting: Setting, world: World, party: number) {
    this.me = setting.parties[party]!;
    this.own = world.parties[party]!;
    this.public = world.public;
    this.room = world.public.grades[party] === 'absent' ? undefined : world.room;
    this.#setting = setting;
    this.#world = world;
  }

  get chair(): ChairState | undefined {
    return this.#setting.chair.party === this.me.index ? this.#world.chair : undefined;
  }

  get outgoing(): readonly OwnRelation[] {
    return (this.#outgoing ??= this.#relations(this.#setting.outgoing[this.me.index]!));
  }

  get incoming(): readonly OwnRelation[] {
    return (this.#incoming ??= this.#relations(this.#setting.incoming[this.me.index]!));
  }

  get notes(): Notes {
    return (this.#notes ??= { attendance: undefined, vote: undefined });
  }

  get promises(): number {
    return (this.#promises ??= this.#promised());
  }

  #promised(): number {
    const { outgoing, incoming } = this.#setting;
    let sum = 0;
    for (const r of incoming[this.me.index]!) sum += this.#world.relations[r]!.promise?.gain ?? 0;
    for (const r of outgoing[this.me.index]!) sum -= this.#world.relations[r]!.promise?.cost ?? 0;
    return sum;
  }

  #relations(indices: readonly number[]): OwnRelation[] {
    const own: OwnRelation[] = [];
    for (const r of indices) {
      const { influence, trust, channel, pressed, promise } = this.#world.relations[r]!;
      own.push({ influence, trust, channel, pressed, promise, setting: this.#setting.relations[r]! });
    }
    return own;
  }
}
