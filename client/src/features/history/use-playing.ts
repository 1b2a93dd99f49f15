// Goes through the steps of a text by itself: each is shown as long as the speed says, and no step is left before it was seen.
import { useEffect, useState } from 'react';

export const speeds = ['slow', 'normal', 'fast'] as const;
export type Speed = (typeof speeds)[number];

/** Milliseconds a step is shown. */
const shownFor: Readonly<Record<Speed, number>> = { slow: 2_400, normal: 1_200, fast: 500 };

export interface Playing {
  readonly step: number;
  readonly isOn: boolean;
  readonly speed: Speed;
  readonly goTo: (step: number) => void;
  /** From the beginning where it had come to the end. */
  readonly turn: () => void;
  readonly setSpeed: (speed: Speed) => void;
}

/** `isShown`: the step that is chosen can be seen. It never begins by itself. */
export function usePlaying(steps: number, isShown: (step: number) => boolean): Playing {
  const [step, setStep] = useState(steps - 1);
  const [isOn, setOn] = useState(false);
  const [speed, setSpeed] = useState<Speed>('normal');
  const shown = isShown(step);
  useEffect(() => {
    if (!isOn || !shown) return undefined;
    if (step >= steps - 1) {
      setOn(false);
      return undefined;
    }
    const timer = setTimeout(() => setStep(step + 1), shownFor[speed]);
    return () => clearTimeout(timer);
  }, [isOn, shown, step, steps, speed]);
  return {
    step,
    isOn,
    speed,
    setSpeed,
    goTo: (to) => setStep(Math.max(0, Math.min(steps - 1, to))),
    turn: () => {
      if (!isOn && step >= steps - 1) setStep(0);
      setOn(!isOn);
    },
  };
}
