// What stands on a node beside the level below: its matters, and at the end of the tree what is public there.
import { NodeMatters } from './node-matters.tsx';
import { NodeRecords } from './node-records.tsx';

export default function NodeContent({ nodeId, isLeaf }: { nodeId: string; isLeaf: boolean }) {
  return (
    <>
      <NodeMatters key={nodeId} nodeId={nodeId} />
      {isLeaf && <NodeRecords key={`records ${nodeId}`} nodeId={nodeId} />}
    </>
  );
}
