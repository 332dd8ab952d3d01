import { Skeleton } from '#components/ui/Skeleton.tsx';

/** As large as what will come. */
export function HomeSkeleton() {
  return (
    <div className="grid grid-cols-1 gap-7" aria-busy="true">
      <div className="min-h-17">
        <Skeleton className="h-8 w-2/3 max-w-140" />
        <Skeleton className="mt-3 h-5 w-full max-w-200" />
      </div>
      <Skeleton className="h-140" />
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <Skeleton className="h-48" />
        <Skeleton className="h-48" />
        <Skeleton className="h-48" />
      </div>
    </div>
  );
}
