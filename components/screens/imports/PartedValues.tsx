import { Fragment } from 'react';

/**
 * Values of a file in one line. Each stands for itself: a mark of direction inside one must not
 * turn its neighbours round.
 */
export function PartedValues({ values }: { values: readonly string[] }) {
  return values.map((value, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: values may repeat, places do not
    <Fragment key={at}>
      {at > 0 && ' · '}
      <bdi>{value}</bdi>
    </Fragment>
  ));
}
