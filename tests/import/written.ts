import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Files of a made-up negotiation over a boat, in the XML of Genius: 2 × 3 × 3 texts, one issue of whole numbers. */
export const DOMAIN = `<negotiation_template>
<utility_space number_of_issues="3">
<objective index="0" name="root" type="objective" etype="objective">
  <issue index="1" name="Colour" type="discrete" etype="discrete" vtype="discrete">
    <item index="1" value="red" description="as the buyer&apos;s house"/>
    <item index="2" value="2 blues"/>
  </issue>
  <issue index="2" name="Delivery" type="discrete" vtype="discrete">
    <item index="1" value="spring"/>
    <item index="2" value="summer"/>
    <item index="3" value="autumn"/>
  </issue>
  <issue index="3" name="Oars" type="integer" vtype="integer" lowerbound="2" upperbound="4"/>
</objective>
</utility_space>
</negotiation_template>
`;

export const BUYER = `<utility_space>
<objective index="0" name="root" type="objective" etype="objective">
  <issue index="1" name="Colour" type="discrete" vtype="discrete">
    <item index="1" value="red" evaluation="4"/>
    <item index="2" value="2 blues" evaluation="1"/>
  </issue>
  <issue index="2" name="Delivery" type="discrete" vtype="discrete">
    <item index="1" value="spring" evaluation="10"/>
    <item index="2" value="summer" evaluation="5"/>
    <item index="3" value="autumn" evaluation="1"/>
  </issue>
  <issue index="3" name="Oars" type="integer" vtype="integer" lowerbound="2" upperbound="4">
    <evaluator ftype="linear" offset="0.2" slope="0.4"/>
  </issue>
  <weight index="1" value="0.2"/>
  <weight index="2" value="0.5"/>
  <weight index="3" value="0.3"/>
</objective>
<reservation value="0.4"/>
<discount_factor value="0.9"/>
</utility_space>
`;

/** No reservation; its issues stand in another order, its weights under other indices. */
export const SELLER = `<?xml version="1.0" encoding="UTF-8"?>
<utility_space>
<objective index="0" name="root" type="objective" etype="objective">
  <issue index="7" name="Oars" type="integer" vtype="integer"><range lowerbound="2" upperbound="4"/>
    <evaluator ftype="linear" offset="1.25" slope="-0.5"/>
  </issue>
  <issue index="5" name="Delivery" type="discrete" vtype="discrete">
    <item index="3" value="autumn" evaluation="8"/>
    <item index="2" value="summer" evaluation="6"/>
    <item index="1" value="spring" evaluation="2"/>
  </issue>
  <issue index="6" name="Colour" type="discrete" vtype="discrete">
    <item index="1" value="red" evaluation="0"/>
    <item index="2" value="2 blues" evaluation="0"/>
  </issue>
  <weight index="5" value="0.5"/>
  <weight index="6" value="0.25"/>
  <weight index="7" value="0.25"/>
</objective>
</utility_space>
`;

/** Writes files by name into a folder of their own and returns their paths by name. */
export function files<N extends string>(
  contents: Readonly<Record<N, string>>,
): Readonly<Record<N, string>> & { readonly '.': string } {
  const folder = mkdtempSync(join(tmpdir(), 'parley-import-'));
  const paths: Record<string, string> = { '.': folder };
  for (const [name, content] of Object.entries<string>(contents)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    paths[name] = path;
  }
  return paths as Record<N, string> & { '.': string };
}

/** Four neighbours share a garden: the first and the third may block. The numbers are invented. */
export const GARDEN = {
  'config.txt': 'Ada,ada,p1,cooperative\nBen,ben,player\nCleo,cleo,p2\nDaoud,daoud,player\n',
  'scores_files/ada.txt': '30, 10, 0\n0, 20\n45\n',
  'scores_files/ben.txt': '0,40,60\n40,0\n60\n\n',
  'scores_files/cleo.txt': '0, 25, 10\n75, 70\n80\n',
  'scores_files/daoud.txt': '5, 0, 0\n0, 0\n5\n',
  'initial_deal.txt': 'A2,B1',
};
