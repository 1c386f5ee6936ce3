// The staff's way to the terminal's status: five quick touches on the emblem, which visitors have no reason to make.
import { useEffect } from 'preact/hooks';
import { useNavigation } from '../state/navigation.ts';

const touchesNeeded = 5;
const withinMs = 3_000;

export function StaffDoor() {
  const navigation = useNavigation();
  useEffect(() => {
    let touches: number[] = [];
    const count = (event: MouseEvent) => {
      if (!(event.target instanceof Element) || !event.target.closest('.header .emblem')) return;
      touches = [...touches, event.timeStamp].filter((at) => event.timeStamp - at < withinMs);
      if (touches.length < touchesNeeded) return;
      touches = [];
      navigation.open('/staff');
    };
    document.addEventListener('click', count);
    return () => document.removeEventListener('click', count);
  }, [navigation]);
  return null;
}
