import type { PartySetting, RelationSetting, Setting } from './setting.ts';
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

/** Lazy, since a million conferences ask many questions that look at little. */
class Projection implements PartyView {
  readonly #setting: Setting;
  readonly #world: World;
  readonly #party: number;

  constructor(setting: Setting, world: World, party: number) {
    this.#setting = setting;
    this.#world = world;
    this.#party = party;
  }

  get me(): PartySetting {
    return this.#setting.parties[this.#party]!;
  }

  get own(): PartyState {
    return this.#world.parties[this.#party]!;
  }

  get public(): PublicState {
    return this.#world.public;
  }

  get room(): RoomState | undefined {
    return this.#world.public.grades[this.#party] === 'absent' ? undefined : this.#world.room;
  }

  get chair(): ChairState | undefined {
    return this.#setting.chair.party === this.#party ? this.#world.chair : undefined;
  }

  get outgoing(): readonly OwnRelation[] {
    return this.#relations(this.#setting.outgoing[this.#party]!);
  }

  get incoming(): readonly OwnRelation[] {
    return this.#relations(this.#setting.incoming[this.#party]!);
  }

  get promises(): number {
    let sum = 0;
    for (const r of this.#setting.incoming[this.#party]!) sum += this.#world.relations[r]!.promise?.gain ?? 0;
    for (const r of this.#setting.outgoing[this.#party]!) sum -= this.#world.relations[r]!.promise?.cost ?? 0;
    return sum;
  }

  #relations(indices: readonly number[]): OwnRelation[] {
    return indices.map((r) => ({ ...this.#world.relations[r]!, setting: this.#setting.relations[r]! }));
  }
}
