import { heading, paragraph, type Block, type Document, type Sheet } from './document.ts';
import type { Seating } from './seating.ts';
import type { Wording } from './wording.ts';

const FOLDERS: readonly (readonly [folder: string, title: string, note: string])[] = [
  ['teacher', 'For the teacher alone', 'These hold what every seat keeps to itself. Do not hand them out.'],
  ['everyone', 'For everybody', 'Nothing in these is confidential.'],
  ['seats', 'For one seat each', 'Each of these is for the people in that seat and for nobody else.'],
  ['groups', 'Groups', 'Who sits where, and name plates. Nothing in these is confidential.'],
];

/** The table of contents. */
export function indexSheet(
  { title, own }: Wording,
  documents: readonly Document[],
  seatings: readonly Seating[],
): Sheet {
  const other: Readonly<Record<string, readonly string[]>> = {
    teacher: ['teacher/outcomes.csv'],
    groups: seatings.length === 0 ? [] : ['groups/seating.csv'],
  };
  return {
    title,
    blocks: FOLDERS.flatMap(([folder, heads, note]): readonly Block[] => {
      const files = documents.filter(({ path }) => path.startsWith(`${folder}/`));
      if (files.length === 0) return [];
      return [
        heading(own(heads)),
        paragraph(own(note)),
        {
          type: 'links',
          items: [
            ...files.map(({ path, title: of }) => ({ href: `${path}.html`, text: of })),
            ...(other[folder] ?? []).map((path) => ({ href: path, text: own(path) })),
          ],
        },
      ];
    }),
  };
}
