import { heading, paragraph, type Block, type Sheet } from './document.ts';
import type { Card } from './injects.ts';
import type { Wording } from './wording.ts';

/** The teacher's notes first; the cards to cut out and hand over after them, without these. */
export function injectSheets(cards: readonly Card[], { own }: Wording): readonly Sheet[] {
  const label = own('For the teacher');
  return [
    {
      label,
      title: own('Injects'),
      blocks: [
        paragraph(
          own(
            'News for the middle of the class. One or two are enough; choose before you begin, and give each group the same unless you want to compare.',
          ),
        ),
        ...cards.flatMap((card, index): readonly Block[] => [
          heading(own(`${index + 1}. ${card.title}`)),
          { type: 'list', items: [`When: ${card.when}`, `To: ${card.to}`, ...card.notes].map(own) },
        ]),
      ],
    },
    {
      label,
      title: own('Injects: cards to cut out'),
      blocks: cards.map((card, index): Block => ({
        type: 'box',
        label: own(`News ${index + 1}`),
        blocks: [paragraph(own(card.text))],
      })),
    },
  ];
}
