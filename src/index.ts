/** The public door: load a scenario, play it, read what happened. */
export { load, scenarioFrom } from './scenario/load.ts';
export type { Loaded } from './scenario/load.ts';
export type { Problem } from './scenario/problem.ts';
export { settingOf } from './rules/setting.ts';
export type { Setting } from './rules/setting.ts';
export { playBulk } from './conference/bulk.ts';
export { LiveConference, playLive } from './conference/live.ts';
export { scriptOf } from './conference/script.ts';
export { readChain } from './record/chain.ts';
export { outcomeOf } from './record/result.ts';
export type { Outcome } from './record/result.ts';
export { stateAtStart } from './record/state.ts';
export { Timeline } from './record/timeline.ts';
export type { Fact, FactOf, FactType } from './model/fact.ts';
export type { Scenario } from './model/scenario.ts';
export type { Answer, QuestionType } from './model/question.ts';
export type { Ending } from './model/ending.ts';
