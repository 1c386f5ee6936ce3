// A code on white, as large as its place, to be scanned from two metres away: about a tenth of that distance wide.
import { QrSymbol } from '../../components/qr-symbol.tsx';

export function WallQr({ address, words }: { address: string; words?: string }) {
  return (
    <figure class="wall-qr">
      <div class="wall-qr__ground">
        <QrSymbol text={address} />
      </div>
      {words && <figcaption class="wall-qr__words">{words}</figcaption>}
    </figure>
  );
}
