import { Box } from 'ink';
import { tooSmallRows, type Frame } from '../view-model/frame.ts';
import { Lines } from './lines.tsx';

interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** A frame as it stands on the terminal: header, columns of panes, footer. */
export function Screen({ frame, columns, rows }: Size & { readonly frame: Frame }) {
  const inner = columns - 2;
  return (
    <Box flexDirection="column" width={columns} height={rows} paddingX={1} overflow="hidden">
      <Lines lines={frame.header} width={inner} />
      <Box flexGrow={1} justifyContent="space-between" overflow="hidden">
        {frame.columns.map((panes, column) => (
          <Box key={column} flexDirection="column" flexShrink={0}>
            {panes.map((pane, n) => (
              <Lines key={n} lines={pane.rows} width={pane.width} />
            ))}
          </Box>
        ))}
      </Box>
      <Lines lines={frame.footer} width={inner} />
    </Box>
  );
}

/** In place of a frame, where there is no room for one. */
export function TooSmall({ columns, rows }: Size) {
  const lines = tooSmallRows(columns, rows).slice(0, rows);
  return (
    <Box width={columns} height={rows} alignItems="center" justifyContent="center" overflow="hidden">
      <Lines lines={lines} width={Math.min(columns, 19)} />
    </Box>
  );
}
