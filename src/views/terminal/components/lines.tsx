import { Box, Text } from 'ink';
import { LOOKS } from '../theme.ts';
import type { Line } from '../widgets/line.ts';

/** Rows of cells, one terminal row each. */
export function Lines({ lines, width }: { readonly lines: readonly Line[]; readonly width: number }) {
  return (
    <Box flexDirection="column" flexShrink={0} width={width} height={lines.length} overflow="hidden">
      {lines.map((line, row) => (
        <Text key={row} wrap="truncate-end">
          {line.length === 0 ? ' ' : line.map((span, n) => <Stretch key={n} {...span} />)}
        </Text>
      ))}
    </Box>
  );
}

function Stretch({ text, tone }: Line[number]) {
  return tone === undefined ? <Text>{text}</Text> : <Text {...LOOKS[tone]}>{text}</Text>;
}
