import { checkConference } from './check-conference.ts';
import { checkIssues } from './check-issues.ts';
import type { Checked } from './check-name.ts';
import { checkParties } from './check-parties.ts';
import { checkProtocol } from './check-protocol.ts';
import { checkEvents, checkRelations } from './check-relations.ts';
import { checkStances } from './check-stances.ts';

/** What the shape of a document cannot say: that names exist, that lists are whole, that something can be decided. */
export function checkMeaning(checked: Checked): void {
  checkConference(checked);
  checkProtocol(checked);
  checkIssues(checked);
  checkParties(checked);
  checkStances(checked);
  checkRelations(checked);
  checkEvents(checked);
}
