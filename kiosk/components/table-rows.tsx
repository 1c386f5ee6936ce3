// Rows of a spreadsheet as the browser's own table cells, batch by batch: a batch once drawn is not looked at again.
import { Component } from 'preact';
import type { TableOutline, TableRow } from '#shared/protocol/file-messages.ts';

interface RowsProps {
  readonly rows: readonly TableRow[];
  readonly numeric: ReadonlySet<number>;
}

function Row({ row, numeric, Cell }: { row: TableRow; numeric: ReadonlySet<number>; Cell: 'td' | 'th' }) {
  return (
    <tr>
      {row.cells.map(({ column, text, columns, rows }) => (
        <Cell
          key={column}
          class={numeric.has(column) ? 'is-number' : undefined}
          colSpan={columns > 1 ? columns : undefined}
          rowSpan={rows > 1 ? rows : undefined}
          scope={Cell === 'th' ? 'col' : undefined}
        >
          {text}
        </Cell>
      ))}
    </tr>
  );
}

export class TableBatch extends Component<RowsProps> {
  override shouldComponentUpdate(next: RowsProps): boolean {
    return next.rows !== this.props.rows;
  }

  override render() {
    const { rows, numeric } = this.props;
    return (
      <tbody>
        {rows.map((row) => (
          <Row key={row.number} row={row} numeric={numeric} Cell="td" />
        ))}
      </tbody>
    );
  }
}

export function TableHead({ outline, numeric }: { outline: TableOutline; numeric: ReadonlySet<number> }) {
  if (outline.head.length === 0) return null;
  return (
    <thead>
      {outline.head.map((row) => (
        <Row key={row.number} row={row} numeric={numeric} Cell="th" />
      ))}
    </thead>
  );
}
