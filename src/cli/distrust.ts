import { unusable, type GivenRecord } from './given-record.ts';
import { note } from './output.ts';
import { doubtOn } from './rerun.ts';
import { RULES } from './version.ts';

/** What was made by other rules is shown on its word alone; what these rules would not give is not shown at all. */
export function distrust(command: string, record: GivenRecord, options: { readonly quiet?: boolean }): void {
  const doubt = doubtOn(record);
  if (doubt === undefined || doubt.unended) return;
  if (record.header.rules === RULES) throw unusable(command, record.file, doubt.message, doubt.line);
  note(`${record.file}: ${doubt.message}`, options);
}
