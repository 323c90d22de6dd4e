import { SPEEDS, type Viewing } from '../state.ts';
import { progress } from '../widgets/bar.ts';
import { legible } from '../widgets/cells.ts';
import { span, spread, type Line } from '../widgets/line.ts';
import type { Showing } from './showing.ts';
import { ENDING_WORD, PHASE } from './words.ts';

/** Which conference, and where in it we are. */
export function headerRows(showing: Showing, viewing: Viewing, width: number): readonly Line[] {
  const { scenario, seed } = showing;
  const { place, date } = scenario.conference;
  const title: Line = [
    ...(showing.whatIf === undefined ? [] : [span(`What if ${legible(showing.whatIf)}`, 'new'), span(' · ', 'quiet')]),
    span(legible(scenario.title), 'strong'),
    span(` · ${legible(place)}, ${legible(date)}`, 'quiet'),
  ];
  return [
    spread(title, [span(`seed ${legible(seed)}`, 'quiet')], width),
    spread(whereabouts(showing, viewing, width), pulse(showing, viewing), width),
  ];
}

function whereabouts({ scenario, stops, conclusion, turns }: Showing, { stop }: Viewing, width: number): Line {
  const { round, phase } = stops[stop]!;
  const rounds = Math.round(scenario.conference.rounds.value);
  const here = turns.filter((turn) => turn.stop === stop).map((turn) => legible(turn.what));
  const ended = phase === 'ended' && conclusion !== undefined;
  return [
    span(round === 0 ? `${rounds} rounds` : `round ${round} of ${rounds}`, 'strong'),
    span('  '),
    ...progress(
      round,
      rounds,
      width >= 100 ? 32 : width >= 70 ? 16 : 8,
      turns.map((turn) => turn.round),
    ),
    span('  '),
    ended ? span(`ended: ${ENDING_WORD[conclusion.ending]}`, 'strong-for') : span(PHASE[phase]),
    ...(here.length === 0 ? [] : [span('  ◇ ', 'new'), span(here.join('; '), 'new')]),
  ];
}

function pulse({ stops }: Showing, { playing, speed, stop }: Viewing): Line {
  if (stop === stops.length - 1) return [span('■ end', 'strong')];
  const rate = `${SPEEDS[speed]!}×`;
  return playing ? [span(`▶ ${rate}`, 'strong')] : [span('‖ paused', 'strong'), span(` ${rate}`, 'quiet')];
}
