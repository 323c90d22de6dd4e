import type { Debrief } from '../../../analysis/debrief/debrief.ts';
import type { Question } from '../../../analysis/debrief/question.ts';
import { capitalised, inWords, listed, score, times, type Names } from '../../prose/names.ts';
import { percent, type Section } from '../content.ts';
import { endingWords, groupsNamed } from '../words.ts';

export function questions(debrief: Debrief, names: Names): Section {
  return {
    id: 'questions',
    title: 'Questions to discuss',
    blocks: [
      {
        type: 'paragraph',
        text: 'Chosen from what happened; below each stands why. Ask first, then turn to the charts.',
        quiet: true,
      },
      ...debrief.questions.map((question) => ({ type: 'question' as const, ...asked(question, names) })),
    ],
  };
}

/** A question in words, and why it is asked. */
function asked(question: Question, names: Names): { readonly question: string; readonly because: string } {
  switch (question.type) {
    case 'parted':
      return {
        question:
          'The same stances, different endings: what did one group do that another did not, and when did their ways part?',
        because: `${capitalised(listed(question.endings.map(({ ending, groups }) => `${groupsNamed(groups)} ended in ${endingWords(ending)}`)))}.`,
      };
    case 'alike':
      return {
        question: 'All groups came to the same ending. Was it bound to be so, or did they all make the same choices?',
        because: `All ${inWords(question.groups)} groups ended in ${endingWords(question.ending)}.`,
      };
    case 'untried-deal':
      return {
        question: 'A better deal was possible. Who would have had to say what, to whom, for it to come to the table?',
        because: `Everybody who must sign would have been better off with it than with what ${groupsNamed(question.groups)} ended with, and no group put it on the table.`,
      };
    case 'stood-alone': {
      const party = names.party(question.party);
      return {
        question: `What would ${party} have needed on ${names.issue(question.issue)}, and did anybody ask?`,
        because: `In group ${question.group} ${party} refused ${times(question.times)} over it while everybody else whose assent was needed accepted.`,
      };
    }
    case 'near-miss': {
      const party = names.party(question.party);
      const where = question.margin < 0 ? `${score(-question.margin)} below` : `${score(question.margin)} above`;
      return {
        question:
          question.margin < 0
            ? `How small a change would have closed the gap in group ${question.group}, and why was it not made?`
            : `In group ${question.group} a text beat the walk-away of everybody who must sign. Why was it not signed?`,
        because: `In round ${question.round} the text left the worst off of those who must sign, ${party}, ${where} its walk-away.`,
      };
    }
    case 'red-line': {
      const party = names.party(question.party);
      return {
        question: `Was ${names.issue(question.issue)} a red line of ${party} or a position? How could the others have told?`,
        because: `${capitalised(party)} refused ${times(question.times)} because of a red line there, in ${groupsNamed(question.groups)}.`,
      };
    }
    case 'signed-below': {
      const party = names.party(question.party);
      return {
        question: `Why did ${party} sign in group ${question.group}? What did it get that its score sheet does not show?`,
        because: `It signed a text worth ${score(question.by)} less to it than its walk-away.`,
      };
    }
    case 'uneven':
      return {
        question: `Was the deal of group ${question.group} fair? What would ${names.party(question.less)} say at home?`,
        because: `${capitalised(names.party(question.more))} gained ${score(question.gains[0])} over its walk-away, ${names.party(question.less)} ${score(question.gains[1])}.`,
      };
    case 'no-mandate': {
      const party = names.party(question.party);
      return {
        question: `What would have brought ${party} to the table with a mandate to sign?`,
        because: `In group ${question.group} it ${question.absent ? 'stayed away' : 'came without a mandate'}, so that nothing could be signed whatever was said.`,
      };
    }
    case 'walk-out':
      return {
        question: `Why did ${names.party(question.party)} leave in group ${question.group}, and who could have kept it there?`,
        because: `It walked out in round ${question.round}.`,
      };
    case 'pressure': {
      const [from, to] = [names.party(question.from), names.party(question.to)];
      const backlash = question.backfired > 0 ? ` and backfired ${times(question.backfired)}` : '';
      return {
        question: `When does pressing somebody help? What else could ${from} have offered ${to}?`,
        because: `${capitalised(from)} pressed ${to} ${times(question.tried)}; it ${question.worked === 0 ? 'never worked' : `worked ${times(question.worked)}`}${backlash}.`,
      };
    }
    case 'gave-most': {
      const party = names.party(question.party);
      return {
        question: `Who gave what for what in group ${question.group}? Did ${party} know what its concessions were worth to the others?`,
        because: `From its first position to its last ${party} gave up ${score(question.gave)}, and the moves of the others who must sign were worth ${score(question.got)} to it.`,
      };
    }
    case 'short-of-frontier':
      return {
        question: 'What was left on the table? Which issues could have been traded against one another?',
        because: `The agreements of ${groupsNamed(question.groups.map(({ label }) => label))} lie ${listed(question.groups.map(({ distance }) => score(distance)))} from the frontier.`,
      };
    case 'leak':
      return {
        question: 'What changed when the back channel came to light? Would you have used one?',
        because: `In group ${question.group} the channel between ${names.party(question.from)} and ${names.party(question.to)} became known in round ${question.round}.`,
      };
    case 'rare':
      return {
        question: `Group ${question.group} ended as few runs of the rules do. What was different there?`,
        because: `${capitalised(endingWords(question.ending))} came out in ${question.count} of ${question.runs} runs.`,
      };
    case 'deadline':
      return {
        question: 'Why did it take until the last moment? What would have happened with one round less, or one more?',
        because: `${capitalised(groupsNamed(question.groups))} signed in round ${question.rounds}, the last.`,
      };
    case 'against-forecast':
      return {
        question: `A mean of the stances would have “${names.option(question.issue, question.forecast)}” on ${names.issue(question.issue)}. What does bargaining add that a mean does not know?`,
        because: `The last ${question.groups.length === 1 ? 'text' : 'texts'} of ${groupsNamed(question.groups)} held something else.`,
      };
    case 'untouched':
      return {
        question: `Nobody changed ${listed(question.issues.map(names.issue))}. Was that wise, or was it a coin that nobody spent?`,
        because: `In every text that is known ${question.issues.length === 1 ? 'it stood' : 'they stood'} as the conference opened.`,
      };
    case 'assumptions': {
      const doubt =
        question.doubtful.length === 0
          ? ''
          : ` The better deal above would no longer suit ${listed(question.doubtful.map(names.party))} with a walk-away at the high end of its range.`;
      return {
        question: 'Which of the numbers behind this page would you challenge, and what would change if you were right?',
        because: `${question.assumed} of ${question.of} numbers on what the parties want (${percent(question.assumed / question.of).shown}) are assumed or invented rather than taken from a source.${doubt}`,
      };
    }
  }
}
